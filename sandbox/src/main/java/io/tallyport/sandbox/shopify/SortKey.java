package io.tallyport.sandbox.shopify;

import java.util.Comparator;

/** Where a row stands in a listing: by a text, which is empty for the order of ids, then by id. */
record SortKey(String text, long id) implements Comparable<SortKey> {

    private static final Comparator<SortKey> ORDER =
            Comparator.comparing(SortKey::text).thenComparingLong(SortKey::id);

    static SortKey of(long id) {
        return new SortKey("", id);
    }

    @Override
    public int compareTo(SortKey other) {
        return ORDER.compare(this, other);
    }
}
