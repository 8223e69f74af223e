package io.tallyport.sandbox.shopify;

import java.time.Instant;
import java.util.Optional;

/** One quantity of a level, as it was when the level was read. */
record Quantity(Level level, Level.State state, String name) implements Node {

    int units() {
        return state.stock().of(name);
    }

    /** Shopify keeps no such time for what is on hand. */
    Optional<Instant> updatedAt() {
        return name.equals("on_hand") ? Optional.empty() : Optional.of(state.updatedAt());
    }

    @Override
    public String gid() {
        return Gid.ofLevel(level.place().levelNumber(), level.variant().itemId())
                        .replace("InventoryLevel", "InventoryQuantity")
                + "&inventory_state=" + name;
    }
}
