-- Owner: core.inventory. One row for each validation; the latest three of each route and kind that have ended are kept, and
-- what began before those and never ended goes with the older ones. counts and notes are lines of text, since only people
-- read them. ix_sync_validations_route serves "the latest of a route".
CREATE TABLE sync_validations (
    id          VARCHAR(100) NOT NULL,
    route_id    VARCHAR(40)  NOT NULL,
    kind        VARCHAR(20)  NOT NULL,
    started_at  DATETIME(6)  NOT NULL,
    finished_at DATETIME(6),
    read_extents LONGTEXT,
    row_count   BIGINT       NOT NULL,
    off_count   BIGINT       NOT NULL,
    compared    BIGINT       NOT NULL,
    equal_count BIGINT       NOT NULL,
    counts      LONGTEXT,
    notes       LONGTEXT,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_sync_validations_route ON sync_validations (route_id, kind, started_at);

-- Owner: core.inventory. One row for each SKU of a validation, with both quantities and their difference without sign, for
-- people's own queries as well: decimals beyond the ninth are rounded here and nowhere else. findings has a line for each
-- flaw: its name, what the source has, what the target has, with tabs between. Rows go with their validation. The order of
-- a report is sort_rank (the place among what sells best), then sort_size (the difference below zero), then row_no:
-- ix_sync_validation_order serves it page by page, ix_sync_validation_off the same for rows that have a flaw.
CREATE TABLE sync_validation (
    validation_id   VARCHAR(100)   NOT NULL,
    row_no          BIGINT         NOT NULL,
    sort_rank       INT            NOT NULL,
    sort_size       DECIMAL(28, 9) NOT NULL,
    is_off          BOOLEAN        NOT NULL,
    sku             VARCHAR(1000)  NOT NULL,
    title           LONGTEXT       NOT NULL,
    source_item     VARCHAR(255),
    target_item     VARCHAR(255),
    source_quantity DECIMAL(28, 9),
    target_quantity DECIMAL(28, 9),
    difference      DECIMAL(28, 9),
    findings        LONGTEXT,
    PRIMARY KEY (validation_id, row_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_sync_validation_order ON sync_validation (validation_id, sort_rank, sort_size, row_no);
CREATE INDEX ix_sync_validation_off ON sync_validation (validation_id, is_off, sort_rank, sort_size, row_no);
