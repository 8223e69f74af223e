-- Owner: core.connection. What a person or an undo has halted: the writes of a connection, the plans and applies of a route.
-- A row is there while the halt lasts, and the audit trail keeps the history; no foreign key, since a route that is removed
-- and made anew under its name stays halted until a person says otherwise. Read by key or whole (tens of rows): the primary
-- key suffices.
CREATE TABLE halts (
    kind      VARCHAR(20)  NOT NULL,
    name      VARCHAR(40)  NOT NULL,
    halted_at DATETIME(6)  NOT NULL,
    actor     VARCHAR(255) NOT NULL,
    reason    LONGTEXT     NOT NULL,
    PRIMARY KEY (kind, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.inventory. What a plan was made from: a sync, or the undoing of a run or of what came after a backup.
ALTER TABLE plans ADD COLUMN origin_kind VARCHAR(20) DEFAULT 'SYNC' NOT NULL;
ALTER TABLE plans ADD COLUMN origin_of VARCHAR(255) DEFAULT '' NOT NULL;
