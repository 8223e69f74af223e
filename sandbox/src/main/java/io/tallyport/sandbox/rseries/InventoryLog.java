package io.tallyport.sandbox.rseries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has changed the stock, for ever; guarded by the store's lock. */
final class InventoryLog {

    /** By hand, and by the API: the vendor's list of reasons has no other that fits. */
    static final Cause BY_HAND = new Cause("ManualQuantityAdjustment", 2, false);

    static final Cause BY_API = new Cause("ManualQuantityAdjustment", 1, false);
    static final Cause SALE = new Cause("RemoveForTransaction", 2, true);

    final Table<InventoryLogRow> table = new Table<>(Schema.INVENTORY_LOG_ORDERS, this::ofItem);

    private final Map<Long, List<InventoryLogRow>> byItem = new HashMap<>();
    private long last;
    private long lastSale;

    /** Why a level changes. */
    record Cause(String reason, int employeeId, boolean sale) {}

    /** Writes down that {@code row}, which has its new level already, has changed. */
    void note(ItemShopRow row, BigDecimal change, Cause cause, long now) {
        BigDecimal before = row.qoh.subtract(change);
        InventoryLogRow noted = new InventoryLogRow(
                ++last,
                row.item,
                row.shopId,
                change,
                cause.reason(),
                cause.employeeId(),
                cause.sale() ? ++lastSale : 0,
                before.signum() >= 0 && row.qoh.signum() < 0,
                now);
        byItem.computeIfAbsent(row.item.itemId, none -> new ArrayList<>()).add(noted);
        table.add(noted);
    }

    private List<InventoryLogRow> ofItem(long itemId) {
        return byItem.getOrDefault(itemId, List.of());
    }
}
