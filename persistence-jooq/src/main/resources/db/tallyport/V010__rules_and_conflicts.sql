-- Owner: core.rule. What people have laid down; kept until removed. scope_key is a hash of aspect and scope, since a scope
-- is longer than a key may be: one rule for each, so that no two contradict each other. There are few rules, and all are
-- read at each plan: no further index.
CREATE TABLE rules (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    scope_key     VARCHAR(64)  NOT NULL,
    aspect        VARCHAR(40)  NOT NULL,
    rule_value    VARCHAR(40)  NOT NULL,
    thing         VARCHAR(20)  NOT NULL,
    thing_name    VARCHAR(255) NOT NULL,
    connection_id VARCHAR(40),
    location      VARCHAR(255),
    route_id      VARCHAR(40),
    note          VARCHAR(500) NOT NULL,
    actor         VARCHAR(255) NOT NULL,
    created_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_rules_scope UNIQUE (scope_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.rule. Which category each item of a connection was in when its products were read last; one row for each item
-- of a connection that a rule about a category needs; the next whole read removes what is gone. The item comes first in the
-- key, as in mirror_levels: H2 looks a list of values up by the first column of an index only.
-- ix_item_categories_read serves that removal.
CREATE TABLE item_categories (
    item          VARCHAR(255) NOT NULL,
    connection_id VARCHAR(40)  NOT NULL,
    category      VARCHAR(500),
    read_no       BIGINT       NOT NULL,
    PRIMARY KEY (item, connection_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_item_categories_read ON item_categories (connection_id, read_no);

-- Owner: core.rule. The last whole read of a connection's products for their categories; replaced by the next.
CREATE TABLE category_reads (
    connection_id VARCHAR(40) NOT NULL,
    read_no       BIGINT      NOT NULL,
    changes       BIGINT      NOT NULL,
    basis         VARCHAR(64) NOT NULL,
    read_at       DATETIME(6) NOT NULL,
    PRIMARY KEY (connection_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.conflict. Rows that waited or wait for a person. Retention: a year, by closed_at; one that is not closed is
-- never pruned. live_key is a hash of route and target item, and empty once it is closed: at most one live conflict for each.
-- Figures are text, since they are what a POS sent and nothing may be rounded. ix_conflicts_route serves the live ones of a
-- route, ix_conflicts_state those of all routes, ix_conflicts_closed the pruning.
CREATE TABLE conflicts (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    live_key       VARCHAR(64),
    route_id       VARCHAR(40)  NOT NULL,
    kind           VARCHAR(40)  NOT NULL,
    state          VARCHAR(20)  NOT NULL,
    item_key       VARCHAR(500) NOT NULL,
    title          VARCHAR(255) NOT NULL,
    source_item    VARCHAR(255),
    target_item    VARCHAR(255) NOT NULL,
    acknowledged   VARCHAR(60),
    local_figure   VARCHAR(60),
    remote_figure  VARCHAR(60),
    desired        VARCHAR(60),
    plan_id        VARCHAR(100) NOT NULL,
    detail         LONGTEXT     NOT NULL,
    opened_at      DATETIME(6)  NOT NULL,
    seen_at        DATETIME(6)  NOT NULL,
    seen_count     BIGINT       NOT NULL,
    answer         VARCHAR(20),
    answer_value   VARCHAR(60),
    answer_local   VARCHAR(60),
    answer_remote  VARCHAR(60),
    answered_by    VARCHAR(255),
    answered_at    DATETIME(6),
    closed_at      DATETIME(6),
    PRIMARY KEY (id),
    CONSTRAINT uq_conflicts_live UNIQUE (live_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_conflicts_route ON conflicts (route_id, state, id);
CREATE INDEX ix_conflicts_state ON conflicts (state, id);
CREATE INDEX ix_conflicts_closed ON conflicts (closed_at);
