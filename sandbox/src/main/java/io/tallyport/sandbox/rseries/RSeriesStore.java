package io.tallyport.sandbox.rseries;

import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.control.PosControl;
import io.tallyport.sandbox.control.PosLevel;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The account's items, stock and shops. Whoever reads or changes several rows holds this object's monitor. */
final class RSeriesStore implements PosControl {

    private static final int FIRST_ITEM_ID = 1_000;
    private static final int FIRST_ITEM_SHOP_ID = 5_000_000;
    private static final long FIRST_SYSTEM_SKU = 210_000_000_000L;
    private static final int DAY = 86_400;
    private static final int ITEMS_IMPORTED_PER_SECOND = 150;

    final Table<ItemRow> itemTable =
            new Table<>(Schema.ITEM_ORDERS, id -> item(id).stream().toList());
    final Table<ItemShopRow> itemShopTable = new Table<>(
            Schema.ITEM_SHOP_ORDERS, id -> item(id).map(item -> item.shops).orElse(List.of()));
    final InventoryLog log = new InventoryLog();
    final Table<ShopRow> shopTable = new Table<>(Schema.SHOP_ORDERS, id -> List.of());

    final PurchaseTables purchases;

    private final Map<Long, ItemRow> items = new LinkedHashMap<>();
    private final Map<Long, ItemShopRow> itemShops = new LinkedHashMap<>();
    private final Map<Integer, ShopRow> shops = new LinkedHashMap<>();
    private final Map<String, NavigableMap<Long, ItemRow>> bySku = new HashMap<>();
    private final Clock clock;

    RSeriesStore(Stream<CatalogueItem> catalogue, Clock clock) {
        this.clock = clock;
        List.of(new ShopRow(ItemShopRow.MAIN, "Main Street"), new ShopRow(ItemShopRow.WAREHOUSE, "Warehouse"))
                .forEach(shop -> {
                    shops.put(shop.shopId(), shop);
                    shopTable.add(shop);
                });
        long now = now();
        this.purchases = new PurchaseTables(now);
        catalogue.filter(CatalogueItem::atPos).forEach(item -> add(item, now));
    }

    Optional<ItemRow> item(long itemId) {
        return Optional.ofNullable(items.get(itemId));
    }

    Optional<ItemShopRow> itemShop(long itemShopId) {
        return Optional.ofNullable(itemShops.get(itemShopId));
    }

    Optional<ShopRow> shop(long shopId) {
        return Optional.ofNullable(shops.get(Math.toIntExact(Math.min(shopId, Integer.MAX_VALUE))));
    }

    /** Runs {@code change} on an item's own fields, which moves its time stamp. */
    void edit(ItemRow item, Runnable change) {
        Optional.ofNullable(bySku.get(item.customSku)).ifPresent(same -> same.remove(item.itemId));
        itemTable.change(item, () -> {
            change.run();
            item.timeStamp = now();
        });
        named(item);
    }

    /** Sets what a shop has of an item; the row and the sum move their time stamps, the item does not, and the
     * log gets a line. */
    void stock(ItemShopRow row, BigDecimal qoh, InventoryLog.Cause cause) {
        BigDecimal difference = qoh.subtract(row.qoh);
        if (difference.signum() == 0) {
            return;
        }
        touch(row, () -> row.qoh = qoh);
        log.note(row, difference, cause, now());
        row.item.shop(ItemShopRow.SUM).ifPresent(sum -> touch(sum, () -> sum.qoh = sum.qoh.add(difference)));
    }

    /** Runs {@code change} on a stock row and moves its time stamp. */
    void touch(ItemShopRow row, Runnable change) {
        itemShopTable.change(row, () -> {
            change.run();
            row.timeStamp = now();
        });
    }

    @Override
    public synchronized PosLevel sell(String sku, BigDecimal quantity) {
        ItemShopRow row = known(sku);
        stock(row, row.qoh.subtract(quantity), InventoryLog.SALE);
        return level(row);
    }

    @Override
    public synchronized PosLevel set(String sku, BigDecimal quantity) {
        ItemShopRow row = known(sku);
        stock(row, quantity, InventoryLog.BY_HAND);
        return level(row);
    }

    @Override
    public synchronized Optional<PosLevel> level(String sku) {
        return first(sku).flatMap(RSeriesStore::main).map(RSeriesStore::level);
    }

    @Override
    public synchronized Stream<PosLevel> levels() {
        return items.values().stream().flatMap(item -> main(item).stream()).map(RSeriesStore::level).toList().stream();
    }

    @Override
    public synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("items", (long) items.size());
        counts.put("itemShops", (long) itemShops.size());
        counts.put("shops", (long) shops.size());
        return counts;
    }

    private ItemShopRow known(String sku) {
        ItemRow item = first(sku).orElseThrow(() -> new IllegalArgumentException("the POS knows no SKU '" + sku + "'"));
        return main(item)
                .orElseThrow(() -> new IllegalArgumentException("SKU '" + sku + "' has no stock in the main shop"));
    }

    Optional<ItemRow> first(String sku) {
        return Optional.ofNullable(bySku.get(sku))
                .filter(same -> !same.isEmpty())
                .map(same -> same.firstEntry().getValue());
    }

    private static Optional<ItemShopRow> main(ItemRow item) {
        return item.tracked ? item.shop(ItemShopRow.MAIN) : Optional.empty();
    }

    private static PosLevel level(ItemShopRow row) {
        return new PosLevel(row.item.customSku, Long.toString(row.item.itemId), row.qoh);
    }

    private void add(CatalogueItem made, long now) {
        long age = 400L * DAY - made.number() / ITEMS_IMPORTED_PER_SECOND;
        ItemRow item = new ItemRow(
                made.number(),
                made.title(),
                FIRST_ITEM_ID + made.number(),
                FIRST_SYSTEM_SKU + made.number(),
                made.priceCents(),
                made.posTracked(),
                now - age);
        item.customSku = made.posSku().orElse("");
        item.manufacturerSku = made.number() % 3 == 0 ? "MF-" + made.number() : "";
        item.ean = made.barcode();
        item.archived = made.posArchived();
        long counted = now - 30L * DAY + made.number() / ITEMS_IMPORTED_PER_SECOND;
        BigDecimal inWarehouse = made.posTracked() ? BigDecimal.valueOf(made.number() * 7L % 13) : BigDecimal.ZERO;
        long firstId = FIRST_ITEM_SHOP_ID + made.number() * 3L;
        BigDecimal sum = made.posQoh().orElse(BigDecimal.ZERO).add(inWarehouse);
        item.shops.add(new ItemShopRow(firstId, item, ItemShopRow.SUM, sum, counted));
        made.posQoh()
                .ifPresent(qoh -> item.shops.add(new ItemShopRow(firstId + 1, item, ItemShopRow.MAIN, qoh, counted)));
        item.shops.add(new ItemShopRow(firstId + 2, item, ItemShopRow.WAREHOUSE, inWarehouse, counted));
        items.put(item.itemId, item);
        itemTable.add(item);
        named(item);
        item.shops.forEach(row -> {
            itemShops.put(row.itemShopId, row);
            itemShopTable.add(row);
        });
    }

    private void named(ItemRow item) {
        bySku.computeIfAbsent(item.customSku, sku -> new TreeMap<>()).put(item.itemId, item);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }
}
