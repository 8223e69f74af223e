package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ExternalId;
import java.net.URI;

/**
 * What a platform has noted about where to send hooks.
 *
 * @param address where they are sent; it may hold the secret of its path
 * @param active whether any are sent
 */
public record WebhookSubscription(ExternalId id, String topic, URI address, boolean active) {

    /** Without the address, which may hold a secret. */
    @Override
    public String toString() {
        return "subscription " + id.value() + " for " + topic + (active ? "" : ", inactive");
    }
}
