package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which handler does which topic. Immutable; capabilities and embedding services add their own. */
public final class WebhookHandlers {

    /** No handler yet. */
    public static final WebhookHandlers NONE = new WebhookHandlers(Map.of());

    /**
     * What a hook is about.
     *
     * @param topic in the platform's words
     */
    public record Topic(Platform platform, String topic) {

        @Override
        public String toString() {
            return platform + " " + topic;
        }
    }

    record Entry(WebhookHandler handler, boolean direct) {}

    private final Map<Topic, Entry> entries;

    private WebhookHandlers(Map<Topic, Entry> entries) {
        this.entries = entries;
    }

    /**
     * These handlers and one more, which runs in the connection's job.
     *
     * @throws IllegalArgumentException when the topic has one already
     */
    public WebhookHandlers with(Topic topic, WebhookHandler handler) {
        return with(topic, new Entry(handler, false));
    }

    /**
     * These handlers and one more, which begins right after its hook is stored, without waiting for a worker. It may run
     * twice and beside itself, so this is for what is idempotent only. What fails is left to the connection's job.
     *
     * @throws IllegalArgumentException when the topic has one already
     */
    public WebhookHandlers withDirect(Topic topic, WebhookHandler idempotent) {
        return with(topic, new Entry(idempotent, true));
    }

    private WebhookHandlers with(Topic topic, Entry entry) {
        Map<Topic, Entry> more = new LinkedHashMap<>(entries);
        if (more.put(topic, entry) != null) {
            throw new IllegalArgumentException("the topic " + topic + " has a handler already");
        }
        return new WebhookHandlers(more);
    }

    /** The topics that are handled. */
    public Set<Topic> topics() {
        return Set.copyOf(entries.keySet());
    }

    Optional<Entry> find(Platform platform, String topic) {
        return Optional.ofNullable(entries.get(new Topic(platform, topic)));
    }

    boolean isDirect(NewWebhook hook) {
        return find(hook.platform(), hook.topic()).filter(Entry::direct).isPresent();
    }
}
