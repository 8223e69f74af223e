-- Owner: core.access. Tokens of the HTTP API by the SHA-256 of their text, which is nowhere stored; revoked ones are kept, since
-- the audit trail names them. The unique key serves each request; few rows: no further index.
CREATE TABLE api_tokens (
    id         VARCHAR(20)  NOT NULL,
    hash       VARCHAR(64)  NOT NULL,
    name       VARCHAR(100) NOT NULL,
    everywhere VARCHAR(20),
    created_by VARCHAR(255) NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    expires_at DATETIME(6),
    revoked_at DATETIME(6),
    PRIMARY KEY (id),
    CONSTRAINT uq_api_tokens_hash UNIQUE (hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.access. Roles that a token has for single connections; kept as long as the token.
CREATE TABLE api_token_grants (
    token_id      VARCHAR(20) NOT NULL,
    connection_id VARCHAR(40) NOT NULL,
    role          VARCHAR(20) NOT NULL,
    PRIMARY KEY (token_id, connection_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
