-- Owner: core.purchasing. How many alerts there were, in one row, kept for ever. Who adds an alert changes it first and holds it until
-- the commit: so alerts are numbered in the order of their commits, and who reads on from a number misses none. Alerts are rare.
-- Found by its key.
CREATE TABLE purchase_alert_turn (
    id     INT    NOT NULL,
    alerts BIGINT NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
