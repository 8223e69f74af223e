package io.tallyport.core.webhook;

import java.util.Optional;

/**
 * What became of a hook that was to be stored.
 *
 * @param id its own; empty when the same one is there already, or came twice in one call
 */
public record StoredWebhook(Optional<WebhookId> id) {

    /** The same one is there already. */
    public static final StoredWebhook DUPLICATE = new StoredWebhook(Optional.empty());

    /** It was added. */
    public static StoredWebhook added(WebhookId id) {
        return new StoredWebhook(Optional.of(id));
    }

    public boolean isAdded() {
        return id.isPresent();
    }
}
