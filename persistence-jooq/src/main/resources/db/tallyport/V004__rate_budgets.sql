-- Owner: core.connection. One row for each account at a platform; kept, since what it holds is worth the next start too.
-- Changed a few times a second while an account is busy, by a guarded UPDATE on version. No index but the key.
-- shares: one line for each process that has points reserved, or had within two minutes.
CREATE TABLE rate_budgets (
    budget_key   VARCHAR(500) NOT NULL,
    version      BIGINT       NOT NULL,
    capacity     DOUBLE       NOT NULL,
    available    DOUBLE       NOT NULL,
    per_second   DOUBLE       NOT NULL,
    granted      DOUBLE       NOT NULL,
    as_of        DATETIME(6)  NOT NULL,
    paused_until DATETIME(6)  NOT NULL,
    shares       LONGTEXT     NOT NULL,
    PRIMARY KEY (budget_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
