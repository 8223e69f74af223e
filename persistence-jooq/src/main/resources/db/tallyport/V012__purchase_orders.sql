-- Owner: core.purchasing. The last number given in each year; kept for ever, so that no number is given twice. One row a year,
-- found by its key; its lock lets those who add orders at once pass one by one.
CREATE TABLE purchase_numbers (
    order_year  INT    NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (order_year)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.purchasing. Purchase orders, transfers and returns. Kept: they are business records; one that is deleted has its
-- deleted_at set and stays. revision is the compare-and-set of whoever changes an order. consignment is what the order is at the
-- connection. Lists come by seq, the order of adding. ix_purchase_orders_consignment finds the order of a consignment that has
-- changed, ix_purchase_orders_due what is to be synced, ix_purchase_orders_state the lists of a state.
CREATE TABLE purchase_orders (
    seq             BIGINT       NOT NULL AUTO_INCREMENT,
    order_id        VARCHAR(40)  NOT NULL,
    revision        BIGINT       NOT NULL,
    connection_id   VARCHAR(40)  NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    source_name     VARCHAR(190) NOT NULL,
    outlet_name     VARCHAR(190) NOT NULL,
    note            VARCHAR(190) NOT NULL,
    state           VARCHAR(20)  NOT NULL,
    sync_due        BOOLEAN      NOT NULL,
    hold_code       VARCHAR(20),
    hold_reason     LONGTEXT,
    held_since      DATETIME(6),
    consignment     VARCHAR(255),
    remote_state    VARCHAR(30),
    remote_raw      VARCHAR(100),
    regressed       BOOLEAN      NOT NULL DEFAULT FALSE,
    read_at         DATETIME(6),
    deleted_at      DATETIME(6),
    created_by      VARCHAR(255) NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    changed_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT uq_purchase_orders_id UNIQUE (order_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_purchase_orders_consignment ON purchase_orders (consignment, connection_id);
CREATE INDEX ix_purchase_orders_due ON purchase_orders (sync_due, seq);
CREATE INDEX ix_purchase_orders_state ON purchase_orders (state, seq);

-- Owner: core.purchasing. The lines of an order, in its sequence; kept as long as the order. Figures are text, since they are what
-- people and platforms wrote and nothing may be rounded. carried_* is what was last seen to stand at the platform by our own
-- writing. Always read by order: the primary key.
CREATE TABLE purchase_lines (
    order_id         VARCHAR(40)  NOT NULL,
    line_no          INT          NOT NULL,
    sku              VARCHAR(255) NOT NULL,
    ordered          VARCHAR(60)  NOT NULL,
    unit_cost        VARCHAR(60),
    received         VARCHAR(60)  NOT NULL,
    carried_item     VARCHAR(255),
    carried_ordered  VARCHAR(60),
    carried_cost     VARCHAR(60),
    PRIMARY KEY (order_id, line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.purchasing. What happened to orders; kept as long as the order. ix_purchase_events_order gives an order's log,
-- ix_purchase_events_kind the alerts from a point on.
CREATE TABLE purchase_events (
    seq      BIGINT       NOT NULL AUTO_INCREMENT,
    order_id VARCHAR(40)  NOT NULL,
    at       DATETIME(6)  NOT NULL,
    kind     VARCHAR(20)  NOT NULL,
    code     VARCHAR(20),
    message  LONGTEXT     NOT NULL,
    actor    VARCHAR(255) NOT NULL,
    PRIMARY KEY (seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_purchase_events_order ON purchase_events (order_id, seq);
CREATE INDEX ix_purchase_events_kind ON purchase_events (kind, seq);

-- Owner: core.purchasing. A person's word for what a supplier, an outlet or a SKU is at a connection; kept until removed. There are
-- few, and all of a connection are read at each sync: the primary key.
CREATE TABLE purchase_partners (
    connection_id VARCHAR(40)  NOT NULL,
    kind          VARCHAR(20)  NOT NULL,
    name          VARCHAR(190) NOT NULL,
    remote        VARCHAR(255) NOT NULL,
    PRIMARY KEY (connection_id, kind, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.purchasing. Where a platform has something else than an order says; kept as long as the order. live_key is a hash of
-- order, kind and item, and empty once it is over: at most one open for each. ix_purchase_discrepancies_order gives those of an
-- order, the unique key those that are open.
CREATE TABLE purchase_discrepancies (
    seq       BIGINT       NOT NULL AUTO_INCREMENT,
    live_key  VARCHAR(64),
    order_id  VARCHAR(40)  NOT NULL,
    kind      VARCHAR(20)  NOT NULL,
    sku       VARCHAR(255),
    item      VARCHAR(255) NOT NULL,
    expected  VARCHAR(255) NOT NULL,
    found     VARCHAR(255) NOT NULL,
    opened_at DATETIME(6)  NOT NULL,
    closed_at DATETIME(6),
    PRIMARY KEY (seq),
    CONSTRAINT uq_purchase_discrepancies_live UNIQUE (live_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_purchase_discrepancies_order ON purchase_discrepancies (order_id, seq);
