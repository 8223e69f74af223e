-- Owner: core.intent. Retention: a year, by recorded_at, settled ones only; an open intent is never pruned.
-- ix_intents_owner gives an owner's intents by chunk and generation; ix_intents_state finds open ones for a person.
CREATE TABLE intents (
    id              VARCHAR(255) NOT NULL,
    owner           VARCHAR(190) NOT NULL,
    chunk_no        INT          NOT NULL,
    generation      INT          NOT NULL,
    run_id          VARCHAR(100) NOT NULL,
    connection_id   VARCHAR(40)  NOT NULL,
    operation       VARCHAR(100) NOT NULL,
    payload         LONGTEXT     NOT NULL,
    idempotency_key VARCHAR(64)  NOT NULL,
    recorded_at     DATETIME(6)  NOT NULL,
    state           VARCHAR(20)  NOT NULL,
    detail          LONGTEXT     NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_intents_owner ON intents (owner, chunk_no, generation);
CREATE INDEX ix_intents_state ON intents (state, recorded_at);

-- Owner: core.inventory. What an undo needs. Retention: with its intent. No foreign key to the intent: both are stored
-- in one unit of work, in either order. Whole units as BIGINT, since they are the platform's integers.
-- ix_pre_images_run gives those of a run in the order they were stored; ix_pre_images_intent serves the pruning.
CREATE TABLE pre_images (
    seq          BIGINT       NOT NULL AUTO_INCREMENT,
    run_id       VARCHAR(100) NOT NULL,
    intent_id    VARCHAR(255) NOT NULL,
    item_key     VARCHAR(500) NOT NULL,
    item         VARCHAR(255) NOT NULL,
    figure       VARCHAR(20)  NOT NULL,
    units_before BIGINT       NOT NULL,
    units_after  BIGINT       NOT NULL,
    PRIMARY KEY (seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_pre_images_run ON pre_images (run_id, seq);
CREATE INDEX ix_pre_images_intent ON pre_images (intent_id);

-- Owner: core.catalog. A person's word; kept until removed, also without its route. Unique on either side of a route:
-- the primary key one way, uq_mappings_target the other.
CREATE TABLE mappings (
    route_id    VARCHAR(40)  NOT NULL,
    source_item VARCHAR(255) NOT NULL,
    target_item VARCHAR(255) NOT NULL,
    PRIMARY KEY (route_id, source_item),
    CONSTRAINT uq_mappings_target UNIQUE (route_id, target_item)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.inventory. Retention: a year, by created_at; a plan that is being applied is never pruned.
-- ix_plans_created serves "the newest first".
CREATE TABLE plans (
    id          VARCHAR(100) NOT NULL,
    seq         BIGINT       NOT NULL AUTO_INCREMENT,
    route_id    VARCHAR(40)  NOT NULL,
    environment VARCHAR(20)  NOT NULL,
    hash        VARCHAR(64)  NOT NULL,
    state       VARCHAR(20)  NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    expires_at  DATETIME(6)  NOT NULL,
    file_path   LONGTEXT     NOT NULL,
    row_count   BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_plans_seq UNIQUE (seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_plans_created ON plans (created_at, seq);

-- Owner: core.inventory. One row for each item of a route, kept as long as the route is used: losing one loses the base
-- of a three-way comparison. Read by route in key order: the primary key.
CREATE TABLE acknowledged_levels (
    route_id        VARCHAR(40)    NOT NULL,
    target_item     VARCHAR(255)   NOT NULL,
    quantity        DECIMAL(19, 4) NOT NULL,
    acknowledged_at DATETIME(6)    NOT NULL,
    PRIMARY KEY (route_id, target_item)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.inventory. One row for each location, replaced by each complete read.
CREATE TABLE last_reads (
    connection_id VARCHAR(40)  NOT NULL,
    location      VARCHAR(255) NOT NULL,
    row_count     BIGINT       NOT NULL,
    watermark     LONGTEXT     NOT NULL,
    read_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (connection_id, location)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
