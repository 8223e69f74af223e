package io.tallyport.sandbox.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code inventoryActivate}: its errors have no code, and the level is given even beside them.
 *
 * <p>From 2026-04 a level that becomes active again keeps its quantities; before, it started from nothing.
 */
final class Activation {

    private final Shop shop;

    Activation(Shop shop) {
        this.shop = shop;
    }

    Payload<Level> run(Arguments arguments, Call call) {
        Optional<Variant> variant = shop.item(Gid.number(arguments.text("inventoryItemId"), "InventoryItem"));
        Optional<Place> place = shop.place(Gid.number(arguments.text("locationId"), "Location"));
        if (variant.isEmpty()) {
            return refused("inventoryItemId", "The product couldn't be stocked because it wasn't found.");
        }
        if (place.isEmpty()) {
            return refused("locationId", "The product couldn't be stocked because the location wasn't found.");
        }
        return shop.atomically(() -> activate(variant.get(), place.get(), arguments, call));
    }

    private Payload<Level> activate(Variant variant, Place place, Arguments arguments, Call call) {
        Optional<Integer> available = arguments.wholeIfGiven("available");
        Optional<Integer> onHand = arguments.wholeIfGiven("onHand");
        Optional<Level> active =
                shop.level(variant, place).filter(level -> level.state().active());
        if (active.isPresent()) {
            return new Payload<>(active, alreadyActive(available, onHand));
        }
        if (available.isPresent() && onHand.isPresent()) {
            return refused("available", "Not allowed to set available and on_hand quantities at the same time.");
        }
        Level level = shop.levelOrNew(variant, place);
        Stock kept = call.strict() ? level.stock() : Stock.of(0, level.stock().committed());
        Stock stock = available
                .map(units -> kept.plus("available", units - kept.available()))
                .or(() -> onHand.map(units -> kept.plus("on_hand", units - kept.onHand())))
                .orElse(kept);
        level.become(true, stock, shop.now());
        return Payload.done(Optional.of(level));
    }

    private static List<Refusal> alreadyActive(Optional<Integer> available, Optional<Integer> onHand) {
        List<Refusal> refusals = new ArrayList<>();
        available.ifPresent(units -> refusals.add(Refusal.at(
                List.of("available"),
                "Not allowed to set available quantity when the item is already active at the location.",
                "")));
        onHand.ifPresent(units -> refusals.add(Refusal.at(
                List.of("onHand"),
                "Not allowed to set on_hand quantity when the item is already active at the location.",
                "")));
        return refusals;
    }

    private static Payload<Level> refused(String field, String message) {
        return Payload.refused(List.of(Refusal.at(List.of(field), message, "")));
    }
}
