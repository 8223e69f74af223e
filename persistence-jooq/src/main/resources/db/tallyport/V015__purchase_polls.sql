-- Owner: core.purchasing. How far the consignments of each connection have been read; one row for each connection, replaced by each
-- look, kept for ever. Read by its key alone.
CREATE TABLE purchase_polls (
    connection_id VARCHAR(40) NOT NULL,
    next_cursor   LONGTEXT    NOT NULL,
    PRIMARY KEY (connection_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
