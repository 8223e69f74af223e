package io.tallyport.benchmarks;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A shop of any size that is computed page by page and held nowhere. Its items come in the order of their ids, which says
 * nothing about their SKUs; a shop with another {@code stride} has the same SKUs in another order.
 *
 * @param rows how many items it has
 * @param stride a number that has no factor in common with {@code rows}
 * @param idPrefix what its item ids begin with
 * @param sold how many of the SKUs have one unit less here than elsewhere
 */
record LargeShop(int rows, long stride, String idPrefix, int sold) implements InventorySource {

    private static final int PAGE = 250;

    @Override
    public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
        int from = cursor.map(value -> Integer.parseInt(value.value())).orElse(0);
        int to = Math.min(rows, from + PAGE);
        List<StockLevel> items = new ArrayList<>(PAGE);
        for (int i = from; i < to; i++) {
            items.add(level(i));
        }
        return to < rows
                ? LevelPage.withNext(items, new Cursor(Integer.toString(to)))
                : LevelPage.last(items, rows, new Watermark("0"));
    }

    private StockLevel level(int i) {
        int number = (int) ((i * stride + 7) % rows);
        Optional<Quantity> quantity = Optional.of(Quantity.of(units(number)));
        return new StockLevel(
                new ExternalId(idPrefix + (40_000_000_000L + i)),
                Optional.of(new Sku("SKU-" + (10_000_000 + number))),
                "Item number " + number,
                true,
                Stocking.STOCKED,
                quantity,
                quantity);
    }

    private long units(int number) {
        // Spread over all SKUs, so that those that differ do not lie side by side.
        boolean differs = (number * 7919L % rows) < sold;
        return 3L + number % 97 - (differs ? 1 : 0);
    }

    @Override
    public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        return LevelPage.last(List.of(), since);
    }

    @Override
    public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
        throw new UnsupportedOperationException("nobody asks for some of them");
    }
}
