-- Owner: core.webhook. Hooks as they came, stored before they are answered. Retention: 30 days after they were settled unless
-- webhook.keep-days says otherwise, by settled_at; one that is pending is never pruned. unique_key is a hash of connection,
-- topic and delivery id, or of connection, topic and body where there is no id; in the second case it is cleared when the hook
-- is settled, so the same bytes told again later count again. Bodies lie in a table of their own, so that lists and drains
-- walk over small rows. ix_webhooks_pending serves the drain of a connection in its order and the counts of a connection;
-- ix_webhooks_state lists and counts by state, ix_webhooks_settled serves the pruning.
CREATE TABLE webhooks (
    id            BIGINT        NOT NULL AUTO_INCREMENT,
    connection_id VARCHAR(40)   NOT NULL,
    platform      VARCHAR(40)   NOT NULL,
    topic         VARCHAR(100)  NOT NULL,
    delivery_id   VARCHAR(200),
    unique_key    VARCHAR(64),
    body_hash     VARCHAR(64)   NOT NULL,
    body_size     INT           NOT NULL,
    content_type  VARCHAR(200)  NOT NULL,
    trust         VARCHAR(20)   NOT NULL,
    state         VARCHAR(20)   NOT NULL,
    attempts      INT           NOT NULL,
    received_at   DATETIME(6)   NOT NULL,
    settled_at    DATETIME(6),
    message       VARCHAR(2000) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_webhooks_key UNIQUE (unique_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_webhooks_pending ON webhooks (connection_id, state, id);
CREATE INDEX ix_webhooks_state ON webhooks (state, id);
CREATE INDEX ix_webhooks_settled ON webhooks (settled_at);

-- Owner: core.webhook. The bytes of a hook; kept as long as its row.
CREATE TABLE webhook_bodies (
    webhook_id BIGINT   NOT NULL,
    body       LONGBLOB NOT NULL,
    PRIMARY KEY (webhook_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.webhook. Which topics connections are to be subscribed to, when that was last seen to be so, and since when
-- hooks may have been lost; kept until nobody wants it any more. Few rows: no further index.
CREATE TABLE webhook_wants (
    connection_id VARCHAR(40)  NOT NULL,
    topic         VARCHAR(100) NOT NULL,
    healthy_at    DATETIME(6)  NOT NULL,
    gap_from      DATETIME(6),
    PRIMARY KEY (connection_id, topic)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
