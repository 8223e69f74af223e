package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored hook, without its body.
 *
 * @param topic in the platform's words, such as {@code consignment.receive}; {@code unknown} when it did not say
 * @param deliveryId the platform's own id of this delivery, where it sends one
 * @param hash SHA-256 of the raw body
 * @param size bytes of the body
 * @param contentType as it was sent, possibly empty
 * @param attempts how often a handler has tried
 * @param settledAt when it was processed, ignored or set aside
 * @param message what the last try said
 */
public record WebhookEvent(
        WebhookId id,
        ConnectionId connection,
        Platform platform,
        String topic,
        Optional<String> deliveryId,
        String hash,
        int size,
        String contentType,
        WebhookTrust trust,
        WebhookState state,
        int attempts,
        Instant receivedAt,
        Optional<Instant> settledAt,
        String message) {}
