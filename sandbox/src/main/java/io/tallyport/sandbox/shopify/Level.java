package io.tallyport.sandbox.shopify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One item at one location. What changes is swapped as a whole, so that a reader never sees half a change. */
final class Level implements Node {

    private final Variant variant;
    private final Place place;
    private volatile State state;

    /** What changes about a level; to the second, as Shopify tells it. */
    record State(boolean active, Stock stock, Instant updatedAt) {}

    Level(Variant variant, Place place, boolean active, Stock stock, Instant now) {
        this.variant = variant;
        this.place = place;
        this.state = new State(active, stock, now.truncatedTo(ChronoUnit.SECONDS));
    }

    Variant variant() {
        return variant;
    }

    Place place() {
        return place;
    }

    State state() {
        return state;
    }

    Stock stock() {
        return state.stock();
    }

    /** Called under the shop's lock only. */
    void become(boolean active, Stock stock, Instant now) {
        state = new State(active, stock, now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Called under the shop's lock only. */
    void become(Stock stock, Instant now) {
        become(state.active(), stock, now);
    }

    @Override
    public String gid() {
        return Gid.ofLevel(place.levelNumber(), variant.itemId());
    }
}
