package io.tallyport.benchmarks;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process that compares two shops as plainly as can be: each in a map by SKU, then one map against the other. */
final class DiffWorker {

    private DiffWorker() {}

    private record Difference(StockLevel source, StockLevel target) {}

    /** How many rows, and how many of them differ. */
    public static void main(String[] args) {
        LargeShops shops = new LargeShops(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Stopwatch watch = new Stopwatch();
        Map<Sku, StockLevel> source = read(shops.source());
        Map<Sku, StockLevel> target = read(shops.target());
        List<Difference> differences = new ArrayList<>();
        source.forEach((sku, level) -> {
            StockLevel other = target.get(sku);
            if (other != null && !other.available().equals(level.onHand())) {
                differences.add(new Difference(level, other));
            }
        });
        System.out.println(watch.line(differences.size()));
    }

    private static Map<Sku, StockLevel> read(InventorySource shop) {
        Map<Sku, StockLevel> levels = new HashMap<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            LevelPage page = shop.levels(new ExternalId("1"), cursor);
            for (StockLevel level : page.items()) {
                levels.put(level.sku().orElseThrow(), level);
            }
            cursor = page.next();
        } while (cursor.isPresent());
        return levels;
    }
}
