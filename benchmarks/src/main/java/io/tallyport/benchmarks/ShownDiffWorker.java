package io.tallyport.benchmarks;

import io.tallyport.core.catalog.Variant;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One process that compares two shops as plainly as can be: levels and products of each in a map by SKU, then one map
 * against the other, figure by figure and text by text; it keeps nothing of it.
 */
final class ShownDiffWorker {

    private ShownDiffWorker() {}

    private record Item(StockLevel level, Variant variant) {

        boolean isLike(Item other) {
            return other.level.available().equals(level.onHand())
                    && other.variant.product().title().equals(variant.product().title())
                    && other.variant
                            .product()
                            .description()
                            .equals(variant.product().description())
                    && other.variant
                            .product()
                            .category()
                            .equals(variant.product().category())
                    && other.variant.product().tags().equals(variant.product().tags())
                    && other.variant
                            .price()
                            .map(Money::amount)
                            .equals(variant.price().map(Money::amount));
        }
    }

    /** How many rows, and how many of them differ. */
    public static void main(String[] args) {
        LargeShops shops = new LargeShops(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Stopwatch watch = new Stopwatch();
        Map<Sku, Item> source = read(shops.source());
        Map<Sku, Item> target = read(shops.target());
        long differing = source.entrySet().stream()
                .filter(entry -> {
                    Item other = target.get(entry.getKey());
                    return other == null || !entry.getValue().isLike(other);
                })
                .count();
        System.out.println(watch.line(differing) + " " + HeapPeak.megabytes());
    }

    private static Map<Sku, Item> read(LargeShop shop) {
        Map<Sku, Item> items = new HashMap<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            LevelPage page = shop.levels(LargeShopConnector.LOCATION, cursor);
            for (StockLevel level : page.items()) {
                items.put(level.sku().orElseThrow(), new Item(level, LargeProducts.variant(level)));
            }
            cursor = page.next();
        } while (cursor.isPresent());
        return items;
    }
}
