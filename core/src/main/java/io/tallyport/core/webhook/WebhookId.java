package io.tallyport.core.webhook;

/** Names a stored hook; later ones have greater numbers. */
public record WebhookId(long value) implements Comparable<WebhookId> {

    @Override
    public int compareTo(WebhookId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
