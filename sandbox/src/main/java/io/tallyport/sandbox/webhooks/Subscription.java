package io.tallyport.sandbox.webhooks;

/**
 * A wish to be told.
 *
 * @param number counts from 1; 0 for one that is not kept yet
 * @param type such as {@code consignment.send}
 */
public record Subscription(long number, String type, String url, boolean active) {

    Subscription numbered(long other) {
        return new Subscription(other, type, url, active);
    }

    boolean sameAs(Subscription other) {
        return type.equals(other.type) && url.equals(other.url);
    }
}
