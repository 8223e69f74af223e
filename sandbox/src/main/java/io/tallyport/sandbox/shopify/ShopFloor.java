package io.tallyport.sandbox.shopify;

import io.tallyport.sandbox.control.ShopLevel;
import io.tallyport.sandbox.control.ShopifyControl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What happens at a place of the shop without its API: orders, parcels, and staff with a pencil. */
final class ShopFloor implements ShopifyControl {

    private final Shop shop;
    private final Place place;

    ShopFloor(Shop shop, Place place) {
        this.shop = shop;
        this.place = place;
    }

    @Override
    public ShopLevel order(String sku, int units) {
        require(units >= 1, sku, "an order takes one unit or more, not " + units);
        return change(sku, stock -> stock.plus("available", -units).plus("committed", units));
    }

    @Override
    public ShopLevel fulfil(String sku, int units) {
        require(units >= 1, sku, "a parcel holds one unit or more, not " + units);
        return change(sku, stock -> {
            require(
                    units <= stock.committed(),
                    sku,
                    units + " units cannot be sent, only " + stock.committed() + " are committed");
            return stock.plus("committed", -units);
        });
    }

    @Override
    public ShopLevel setAvailable(String sku, int units) {
        return change(sku, stock -> stock.plus("available", units - stock.available()));
    }

    @Override
    public Optional<ShopLevel> level(String sku) {
        return find(sku).map(ShopFloor::told);
    }

    @Override
    public Stream<ShopLevel> levels() {
        return place.levels().values().stream().map(ShopFloor::told);
    }

    @Override
    public Optional<ShopifyControl> location(String id) {
        return shop.places().stream()
                .filter(other ->
                        Long.toString(other.id()).equals(id) || other.gid().equals(id))
                .map(other -> (ShopifyControl) new ShopFloor(shop, other))
                .findFirst();
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("products", (long) shop.variants().size());
        counts.put("variants", (long) shop.variants().size());
        counts.put("locations", (long) shop.places().size());
        counts.put(
                "levels",
                shop.places().stream().mapToLong(place -> place.levels().size()).sum());
        return counts;
    }

    private ShopLevel change(String sku, UnaryOperator<Stock> change) {
        return shop.atomically(() -> {
            Level level = find(sku)
                    .orElseThrow(
                            () -> new IllegalArgumentException("SKU " + sku + " is unknown or not at " + place.name()));
            level.become(change.apply(level.stock()), shop.now());
            return told(level);
        });
    }

    private Optional<Level> find(String sku) {
        return shop.exactSku(sku).flatMap(variant -> shop.level(variant, place));
    }

    private static ShopLevel told(Level level) {
        Stock stock = level.stock();
        return new ShopLevel(level.variant().sku().orElse(""), stock.available(), stock.committed(), stock.onHand());
    }

    private static void require(boolean fits, String sku, String message) {
        if (!fits) {
            throw new IllegalArgumentException("SKU " + sku + ": " + message);
        }
    }
}
