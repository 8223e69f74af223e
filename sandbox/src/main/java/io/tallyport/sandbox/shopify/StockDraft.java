package io.tallyport.sandbox.shopify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes worked out on a copy and made all at once; lives under the shop's lock. */
final class StockDraft {

    private final Shop shop;
    private final Map<List<Long>, Stock> after = new LinkedHashMap<>();
    private final Map<List<Long>, QuantityRow> rows = new LinkedHashMap<>();
    private final List<AdjustmentGroup.Change> changes = new ArrayList<>();

    StockDraft(Shop shop) {
        this.shop = shop;
    }

    Stock stock(QuantityRow row) {
        Stock changed = after.get(row.level());
        return changed != null
                ? changed
                : shop.level(row.variant(), row.place()).map(Level::stock).orElse(Stock.of(0, 0));
    }

    boolean isStale(QuantityRow row, String name) {
        return row.expected()
                .filter(expected -> expected != stock(row).of(name))
                .isPresent();
    }

    /** Available and on hand move together; what is damaged or set aside is on hand too, what is incoming is not. */
    void change(QuantityRow row, String name, int delta) {
        if (delta == 0) {
            return;
        }
        after.put(row.level(), stock(row).plus(name, delta));
        rows.put(row.level(), row);
        record(row, name, delta);
        if (!name.equals("incoming")) {
            record(row, name.equals("on_hand") ? "available" : "on_hand", delta);
        }
    }

    private void record(QuantityRow row, String name, int delta) {
        changes.add(new AdjustmentGroup.Change(row.variant(), row.place(), name, delta, row.ledgerDocumentUri()));
    }

    /** Makes the changes; empty when there are none. */
    Optional<AdjustmentGroup> apply(long id, Arguments input) {
        Instant now = shop.now();
        after.forEach((key, stock) -> {
            QuantityRow row = rows.get(key);
            if (row != null) {
                shop.levelOrNew(row.variant(), row.place()).become(stock, now);
            }
        });
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new AdjustmentGroup(
                        id, now, input.text("reason"), input.textIfGiven("referenceDocumentUri"), changes));
    }
}
