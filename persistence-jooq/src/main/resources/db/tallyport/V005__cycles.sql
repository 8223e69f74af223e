-- Owner: core.inventory. One row for each location that a cycle reads; kept until the connection is something else.
-- mirror_levels bear its number, since the names would be repeated a million times, in three indexes.
CREATE TABLE mirror_locations (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    connection_id VARCHAR(40)  NOT NULL,
    location      VARCHAR(255) NOT NULL,
    basis         VARCHAR(64)  NOT NULL,
    revision      BIGINT       NOT NULL,
    row_count     BIGINT       NOT NULL,
    watermark     LONGTEXT,
    refreshed_at  DATETIME(6),
    full_at       DATETIME(6),
    PRIMARY KEY (id),
    CONSTRAINT uq_mirror_locations UNIQUE (connection_id, location)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.inventory. One row for each item of a mirrored location; the next whole read removes what is gone. Figures
-- are text, since they are what a POS sent and nothing may be rounded. ix_mirror_levels_revision serves "what changed
-- since", ix_mirror_levels_item a walk through all items in order, ix_mirror_levels_sku "all items under a SKU" by a hash of
-- it, since a SKU may be longer than a key. Item and hash come first in their keys: H2 looks a list of values up by the
-- first column of an index only, and would read the whole mirror for each list otherwise.
CREATE TABLE mirror_levels (
    mirror_id BIGINT        NOT NULL,
    item      VARCHAR(255)  NOT NULL,
    sku       VARCHAR(1000),
    sku_hash  BIGINT,
    title     VARCHAR(255)  NOT NULL,
    tracked   BOOLEAN       NOT NULL,
    stocking  VARCHAR(20)   NOT NULL,
    on_hand   VARCHAR(60),
    available VARCHAR(60),
    revision  BIGINT        NOT NULL,
    PRIMARY KEY (item, mirror_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_mirror_levels_item ON mirror_levels (mirror_id, item);
CREATE INDEX ix_mirror_levels_revision ON mirror_levels (mirror_id, revision, item);
CREATE INDEX ix_mirror_levels_sku ON mirror_levels (sku_hash, mirror_id);

-- Owner: core.inventory. How far each route has planned; one row for each route, replaced by each plan.
CREATE TABLE route_cursors (
    route_id        VARCHAR(40) NOT NULL,
    basis           VARCHAR(64) NOT NULL,
    source_revision BIGINT      NOT NULL,
    target_revision BIGINT      NOT NULL,
    last_full_at    DATETIME(6),
    last_cycle_at   DATETIME(6),
    PRIMARY KEY (route_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.inventory. What a plan wanted to change and no write has brought into step; replaced by each plan of the
-- route, taken away by item by the apply of the plan that made it due.
CREATE TABLE due_rows (
    route_id    VARCHAR(40)  NOT NULL,
    target_item VARCHAR(255) NOT NULL,
    source_item VARCHAR(255) NOT NULL,
    plan_id     VARCHAR(100) NOT NULL,
    PRIMARY KEY (target_item, route_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. What locations a connection listed last, in its order; replaced when it is asked again.
CREATE TABLE known_locations (
    connection_id VARCHAR(40)  NOT NULL,
    line_no       INT          NOT NULL,
    basis         VARCHAR(64)  NOT NULL,
    location      VARCHAR(255) NOT NULL,
    name          LONGTEXT     NOT NULL,
    active        BOOLEAN      NOT NULL,
    listed_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (connection_id, line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. When a route is due to be planned whole again: an ISO-8601 duration, as plan_lifetime.
ALTER TABLE routes ADD COLUMN full_every VARCHAR(60) DEFAULT 'PT24H' NOT NULL;
