package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A hook that is believed and is to be stored.
 *
 * @param receivedAt by this machine's clock
 */
public record NewWebhook(
        ConnectionId connection,
        Platform platform,
        String topic,
        Optional<String> deliveryId,
        String contentType,
        WebhookTrust trust,
        RawBody body,
        Instant receivedAt) {

    /**
     * What it is unique by, as 64 hexadecimal digits: the delivery id where there is one, else the hash of the body; both
     * within connection and topic, since two subscriptions may share an id.
     */
    public String uniqueKey() {
        String what = deliveryId.map(id -> "id\n" + id).orElseGet(() -> "body\n" + body.hash());
        String key = connection + "\n" + topic + "\n" + what;
        return RawBody.Sha256.hex(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The event as it is stored. */
    public WebhookEvent as(WebhookId id) {
        return new WebhookEvent(
                id,
                connection,
                platform,
                topic,
                deliveryId,
                body.hash(),
                body.size(),
                contentType,
                trust,
                WebhookState.PENDING,
                0,
                receivedAt,
                Optional.empty(),
                "");
    }
}
