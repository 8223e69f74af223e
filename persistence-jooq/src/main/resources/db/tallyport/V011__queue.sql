-- All times of the queue are microseconds since 1970 by the database's clock, in BIGINT: a rank is a time less a head start,
-- and a statement can reckon with both whatever the session's time zone.

-- Owner: core.job. Jobs from their enqueuing until they are pruned: completed and cancelled ones after some days, dead ones
-- when a person has taken note of them too. place says what can happen to a row next and stands for its state's index:
-- 0 claimable, 1 in process, 2 waits for its time, 3 waits for its identity, 4 waits for other jobs, 5 completed, 6 dead,
-- 7 cancelled, from 1000 on waits for its group (1000 + the group's id). sort_at orders a place: the rank in 0, 3 and from
-- 1000 on, the time it is due in 2, when it came there elsewhere. So one index serves the claim in its order, the promotion of
-- what is due, the next of a group, each list, each count and the pruning; the columns behind them spare claims and counts
-- the look at rows they leave. No other index: each state change would move an entry in it too, and a claim walks over the entries that finished
-- jobs leave behind while an old snapshot is open.
CREATE TABLE queue_jobs (
    id               BIGINT        NOT NULL AUTO_INCREMENT,
    place            INT           NOT NULL,
    sort_at          BIGINT        NOT NULL,
    type             VARCHAR(60)   NOT NULL,
    priority         INT           NOT NULL,
    state            VARCHAR(12)   NOT NULL,
    version          INT           NOT NULL,
    head_start       BIGINT        NOT NULL,
    enqueued_at      BIGINT        NOT NULL,
    available_at     BIGINT        NOT NULL,
    identity_key     VARCHAR(190),
    group_name       VARCHAR(100),
    group_limit      INT           NOT NULL DEFAULT 0,
    tags             VARCHAR(620)  NOT NULL DEFAULT '',
    parents          INT           NOT NULL DEFAULT 0,
    open_parents     INT           NOT NULL DEFAULT 0,
    on_lost_parent   VARCHAR(10)   NOT NULL DEFAULT 'CANCEL',
    has_children     BOOLEAN       NOT NULL DEFAULT FALSE,
    attempts         INT           NOT NULL DEFAULT 0,
    max_attempts     INT           NOT NULL,
    fence            BIGINT        NOT NULL DEFAULT 0,
    steps            INT           NOT NULL DEFAULT 0,
    worker_id        BIGINT,
    started_at       BIGINT,
    ended_at         BIGINT,
    reason           VARCHAR(40)   NOT NULL DEFAULT '',
    message          VARCHAR(2000) NOT NULL DEFAULT '',
    progress_done    BIGINT        NOT NULL DEFAULT 0,
    progress_total   BIGINT        NOT NULL DEFAULT 0,
    progress_text    VARCHAR(500)  NOT NULL DEFAULT '',
    cancel_requested BOOLEAN       NOT NULL DEFAULT FALSE,
    acknowledged     BOOLEAN       NOT NULL DEFAULT FALSE,
    payload          LONGTEXT      NOT NULL,
    output           LONGTEXT,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_queue_jobs_place ON queue_jobs (place, sort_at, type, priority, state);

-- Owner: core.job. What became of a job, one row for each step after its enqueuing; a step that ended a try holds when that try
-- began and who made it, so a claim needs no row of its own. Kept as long as the job. The key is the job's own count of steps:
-- rows are added near the table's end and found by their job without a further index.
CREATE TABLE queue_history (
    job_id     BIGINT        NOT NULL,
    step       INT           NOT NULL,
    at         BIGINT        NOT NULL,
    state      VARCHAR(12)   NOT NULL,
    actor      VARCHAR(255)  NOT NULL,
    attempt    INT           NOT NULL,
    worker_id  BIGINT,
    started_at BIGINT,
    reason     VARCHAR(40)   NOT NULL,
    message    VARCHAR(2000) NOT NULL,
    PRIMARY KEY (job_id, step)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.job. Which jobs with an identity wait and are in process: at most one each. A row goes when there is neither. Who
-- enqueues, claims or settles such a job changes its row, so they come one after the other, on a cluster too.
CREATE TABLE queue_identities (
    identity_key VARCHAR(190) NOT NULL,
    waiting_id   BIGINT,
    running_id   BIGINT,
    changes      BIGINT       NOT NULL,
    PRIMARY KEY (identity_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.job. Groups that have been claimed from; few, kept for ever. Who claims or settles a job of a group changes its
-- row first. parked_until is 0 when it does not rest.
CREATE TABLE queue_groups (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    name         VARCHAR(100) NOT NULL,
    parked_until BIGINT       NOT NULL,
    changes      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_queue_groups_name UNIQUE (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.job. Which job waits for which; met when the parent is completed, or lost and not waited for. Kept as long as the
-- child. ix_queue_dependencies_parent finds the children of a parent.
CREATE TABLE queue_dependencies (
    child_id  BIGINT  NOT NULL,
    parent_id BIGINT  NOT NULL,
    met       BOOLEAN NOT NULL,
    PRIMARY KEY (child_id, parent_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_queue_dependencies_parent ON queue_dependencies (parent_id);

-- Owner: core.job. Worker processes, one row for each life; forgotten some time after they were last seen. A job is its worker's
-- until lease_until. Few rows: no further index.
CREATE TABLE queue_workers (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    name         VARCHAR(100) NOT NULL,
    host         VARCHAR(255) NOT NULL,
    version      VARCHAR(60)  NOT NULL,
    started_at   BIGINT       NOT NULL,
    last_seen    BIGINT       NOT NULL,
    lease_until  BIGINT       NOT NULL,
    gone         BOOLEAN      NOT NULL,
    running      INT          NOT NULL,
    memory_bytes BIGINT       NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.job. Schedules; kept until removed. Who fires one changes its row from the next_at that it saw, in the
-- transaction that enqueues its job. Few rows: no further index.
CREATE TABLE queue_schedules (
    name         VARCHAR(100) NOT NULL,
    cron         VARCHAR(200),
    every_micros BIGINT,
    zone         VARCHAR(60)  NOT NULL,
    catch_up     VARCHAR(10)  NOT NULL,
    paused       BOOLEAN      NOT NULL,
    next_at      BIGINT       NOT NULL,
    last_at      BIGINT,
    changes      BIGINT       NOT NULL,
    type         VARCHAR(60)  NOT NULL,
    version      INT          NOT NULL,
    payload      LONGTEXT     NOT NULL,
    priority     INT          NOT NULL,
    group_name   VARCHAR(100),
    group_limit  INT          NOT NULL,
    tags         VARCHAR(620) NOT NULL,
    max_attempts INT          NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
