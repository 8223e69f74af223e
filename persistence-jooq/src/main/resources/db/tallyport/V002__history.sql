-- Owner: core.history. Retention: a year, by started_at. seq breaks the tie of two runs that began at one moment.
-- ix_runs_started serves "the newest first".
CREATE TABLE runs (
    id         VARCHAR(100) NOT NULL,
    seq        BIGINT       NOT NULL AUTO_INCREMENT,
    kind       VARCHAR(60)  NOT NULL,
    route_id   VARCHAR(40)  NOT NULL,
    plan_id    VARCHAR(100),
    actor      VARCHAR(255) NOT NULL,
    started_at DATETIME(6)  NOT NULL,
    ended_at   DATETIME(6),
    state      VARCHAR(20)  NOT NULL,
    message    LONGTEXT     NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_runs_seq UNIQUE (seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_runs_started ON runs (started_at, seq);

-- Owner: core.history. Rows by what became of them. Goes with its run.
CREATE TABLE run_counts (
    run_id    VARCHAR(100) NOT NULL,
    name      VARCHAR(100) NOT NULL,
    row_count BIGINT       NOT NULL,
    PRIMARY KEY (run_id, name),
    CONSTRAINT fk_run_counts FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.history. Only ever added to. Retention: a year, by logged_at, or with its run; no foreign key, so that
-- either can go first. ix_sync_log_run pages through a run in order of addition; ix_sync_log_entity serves the newest
-- entries about one thing; ix_sync_log_logged serves the pruning.
CREATE TABLE sync_log (
    seq          BIGINT       NOT NULL AUTO_INCREMENT,
    run_id       VARCHAR(100) NOT NULL,
    logged_at    DATETIME(6)  NOT NULL,
    entity       VARCHAR(500) NOT NULL,
    operation    VARCHAR(100) NOT NULL,
    status       VARCHAR(60)  NOT NULL,
    value_before VARCHAR(255),
    value_after  VARCHAR(255),
    code         VARCHAR(60),
    message      LONGTEXT     NOT NULL,
    PRIMARY KEY (seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_sync_log_run ON sync_log (run_id, seq);
CREATE INDEX ix_sync_log_entity ON sync_log (entity, seq);
CREATE INDEX ix_sync_log_logged ON sync_log (logged_at);

-- Owner: core.history. The audit trail; only ever added to, and never pruned by the program. Read newest first: the
-- primary key backwards.
CREATE TABLE activity_log (
    seq       BIGINT       NOT NULL AUTO_INCREMENT,
    logged_at DATETIME(6)  NOT NULL,
    actor     VARCHAR(255) NOT NULL,
    action    VARCHAR(255) NOT NULL,
    subject   VARCHAR(500) NOT NULL,
    details   LONGTEXT     NOT NULL,
    PRIMARY KEY (seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.history. Retention: 14 days, by called_at, which ix_api_log_called serves. Read newest first: the primary
-- key backwards.
CREATE TABLE api_log (
    seq           BIGINT        NOT NULL AUTO_INCREMENT,
    called_at     DATETIME(6)   NOT NULL,
    connection_id VARCHAR(40)   NOT NULL,
    operation     VARCHAR(100)  NOT NULL,
    method        VARCHAR(10)   NOT NULL,
    path          VARCHAR(2000) NOT NULL,
    status        INT,
    took_micros   BIGINT        NOT NULL,
    request_id    VARCHAR(255),
    error         VARCHAR(2000),
    PRIMARY KEY (seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_api_log_called ON api_log (called_at);
