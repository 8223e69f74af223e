-- Rules of every table here:
-- * Text is utf8mb4_nopad_bin: 'a', 'A', 'a ' and 'ä' are four keys, on MariaDB as on H2.
-- * Times are DATETIME(6) in UTC. Vendor ids are text up to 255 characters and never parsed.
-- * A table that records history has no foreign key to what may be removed later.

-- Owner: core.connection. Kept until removed by a person. Read by id or whole (tens of rows): the primary key suffices.
CREATE TABLE connections (
    id          VARCHAR(40)   NOT NULL,
    platform    VARCHAR(40)   NOT NULL,
    account     VARCHAR(255)  NOT NULL,
    base_url    VARCHAR(2000) NOT NULL,
    environment VARCHAR(20)   NOT NULL,
    access_mode VARCHAR(20)   NOT NULL,
    enabled     BOOLEAN       NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. Which secret opens what; the secret itself is in "secrets". Goes with its connection.
CREATE TABLE connection_secrets (
    connection_id VARCHAR(40)  NOT NULL,
    purpose       VARCHAR(100) NOT NULL,
    handle        VARCHAR(64)  NOT NULL,
    PRIMARY KEY (connection_id, purpose),
    CONSTRAINT fk_connection_secrets FOREIGN KEY (connection_id) REFERENCES connections (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. The connector's own settings. Goes with its connection.
CREATE TABLE connection_options (
    connection_id VARCHAR(40)  NOT NULL,
    name          VARCHAR(100) NOT NULL,
    option_value  LONGTEXT     NOT NULL,
    PRIMARY KEY (connection_id, name),
    CONSTRAINT fk_connection_options FOREIGN KEY (connection_id) REFERENCES connections (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. Kept until removed by a person. Its ends are names, not foreign keys: a connection may be
-- removed and made anew under the same name. The lifetime is an ISO-8601 duration, so that nothing of it is rounded.
CREATE TABLE routes (
    id                  VARCHAR(40)  NOT NULL,
    source_connection   VARCHAR(40)  NOT NULL,
    source_location     VARCHAR(255) NOT NULL,
    target_connection   VARCHAR(40)  NOT NULL,
    target_location     VARCHAR(255) NOT NULL,
    enabled             BOOLEAN      NOT NULL,
    merge_policy        VARCHAR(40)  NOT NULL,
    web_orders          VARCHAR(40)  NOT NULL,
    review_threshold    BIGINT       NOT NULL,
    max_changed_percent INT          NOT NULL,
    changed_floor       INT          NOT NULL,
    max_to_zero         INT          NOT NULL,
    min_seen_percent    INT          NOT NULL,
    plan_lifetime       VARCHAR(60)  NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. The prefixes of a route's SKU scope, in order; none for all. Goes with its route.
CREATE TABLE route_sku_prefixes (
    route_id   VARCHAR(40)  NOT NULL,
    line_no    INT          NOT NULL,
    sku_prefix VARCHAR(255) NOT NULL,
    PRIMARY KEY (route_id, line_no),
    CONSTRAINT fk_route_sku_prefixes FOREIGN KEY (route_id) REFERENCES routes (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. Kept until removed.
CREATE TABLE settings (
    name          VARCHAR(190) NOT NULL,
    setting_value LONGTEXT     NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. The one row is there while all remote writes are stopped; the audit trail keeps the history.
CREATE TABLE kill_switch (
    id         INT          NOT NULL,
    stopped_at DATETIME(6)  NOT NULL,
    actor      VARCHAR(255) NOT NULL,
    reason     LONGTEXT     NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. Encrypted with AES-256-GCM, the handle as associated data, so that a ciphertext put under
-- another handle does not open. Kept until forgotten.
CREATE TABLE secrets (
    handle     VARCHAR(64)  NOT NULL,
    purpose    VARCHAR(255) NOT NULL,
    ciphertext LONGTEXT     NOT NULL,
    PRIMARY KEY (handle)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.connection. The one row names, and never holds, the master key that the secrets are encrypted with.
CREATE TABLE master_key (
    id     INT         NOT NULL,
    key_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.kernel. A row stays when its lease ends, or its token would begin anew; there are as many rows as names.
CREATE TABLE leases (
    name        VARCHAR(190) NOT NULL,
    holder      VARCHAR(255) NOT NULL,
    token       BIGINT       NOT NULL,
    lease_until DATETIME(6)  NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
