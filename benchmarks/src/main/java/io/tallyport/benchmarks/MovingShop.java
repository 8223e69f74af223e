package io.tallyport.benchmarks;

import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A shop of any size that is computed page by page; only what moved is held. Each call at its ports is one request. */
final class MovingShop implements InventorySource, InventorySink {

    private static final int PAGE = 100;
    private static final int LINES = 250;
    private static final long FIRST_ID = 40_000_000_000L;

    private final int rows;
    private final String idPrefix;
    private final Map<Integer, Long> moved = new TreeMap<>();
    private long requests;

    MovingShop(int rows, String idPrefix) {
        this.rows = rows;
        this.idPrefix = idPrefix;
    }

    /** Sells one of each of {@code count} SKUs, spread over all of them. */
    void sell(int count) {
        for (int i = 0; i < count; i++) {
            int number = (int) ((long) i * rows / count);
            moved.put(number, units(number) - 1);
        }
    }

    long requests() {
        return requests;
    }

    private long units(int number) {
        return moved.getOrDefault(number, 3L + number % 97);
    }

    private StockLevel level(int number) {
        Optional<Quantity> quantity = Optional.of(Quantity.of(units(number)));
        return new StockLevel(
                new ExternalId(idPrefix + (FIRST_ID + number)),
                Optional.of(new Sku("SKU-" + (10_000_000 + number))),
                "Item number " + number,
                true,
                Stocking.STOCKED,
                quantity,
                quantity);
    }

    private int number(ExternalId item) {
        return (int) (Long.parseLong(item.value().substring(idPrefix.length())) - FIRST_ID);
    }

    @Override
    public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
        requests++;
        int from = cursor.map(value -> Integer.parseInt(value.value())).orElse(0);
        int to = Math.min(rows, from + PAGE);
        List<StockLevel> items = IntStream.range(from, to).mapToObj(this::level).toList();
        return to < rows
                ? LevelPage.withNext(items, new Cursor(Integer.toString(to)))
                : LevelPage.last(items, rows, new Watermark("0"));
    }

    @Override
    public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        requests++;
        int from = cursor.map(value -> Integer.parseInt(value.value())).orElse(0);
        List<Integer> all = new ArrayList<>(moved.keySet());
        int to = Math.min(all.size(), from + PAGE);
        List<StockLevel> items = all.subList(from, to).stream().map(this::level).toList();
        return to < all.size()
                ? LevelPage.withNext(items, new Cursor(Integer.toString(to)))
                : LevelPage.last(items, since);
    }

    @Override
    public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
        requests += (items.size() + PAGE - 1) / PAGE;
        return items.stream().map(item -> level(number(item))).toList();
    }

    @Override
    public int maxLines() {
        return LINES;
    }

    @Override
    public SetOutcome set(StockWrite write, String key) {
        requests++;
        boolean stale = write.lines().stream().anyMatch(line -> units(number(line.item())) != line.from());
        if (stale) {
            return SetOutcome.of(SetOutcome.Status.STALE);
        }
        write.lines().forEach(line -> moved.put(number(line.item()), line.to()));
        return SetOutcome.applied(Optional.empty());
    }

    @Override
    public StockLevel activate(ExternalId location, ExternalId item, String key) {
        throw new UnsupportedOperationException("all items are stocked");
    }
}
