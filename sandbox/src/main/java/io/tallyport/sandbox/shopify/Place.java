package io.tallyport.sandbox.shopify;

import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A location with its inventory levels, in the order of their items. */
record Place(long id, String name, boolean active, long levelNumber, ConcurrentNavigableMap<SortKey, Level> levels)
        implements Node {

    static Place of(long id, String name, long levelNumber) {
        return new Place(id, name, true, levelNumber, new ConcurrentSkipListMap<>());
    }

    @Override
    public String gid() {
        return Gid.of("Location", id);
    }

    /** A location is the place it is, whatever is stored there. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && place.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
