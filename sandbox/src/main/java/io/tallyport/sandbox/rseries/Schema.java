package io.tallyport.sandbox.rseries;

import static io.tallyport.sandbox.rseries.FieldType.FLAG;
import static io.tallyport.sandbox.rseries.FieldType.NUMBER;
import static io.tallyport.sandbox.rseries.FieldType.TEXT;
import static io.tallyport.sandbox.rseries.FieldType.TIME;

import io.tallyport.sandbox.catalogue.Showcase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What each entity can be filtered and sorted by. */
final class Schema {

    static final Map<String, Field<ItemShopRow>> ITEM_SHOP_FIELDS = byName(List.of(
            Field.one("itemShopID", NUMBER, row -> Value.of(row.itemShopId)),
            Field.one("itemID", NUMBER, row -> Value.of(row.item.itemId)),
            Field.one("shopID", NUMBER, row -> Value.of(row.shopId)),
            Field.one("qoh", NUMBER, row -> Value.of(row.qoh)),
            Field.one("sellable", NUMBER, row -> Value.of(row.sellable())),
            Field.one("reorderPoint", NUMBER, row -> Value.of(row.reorderPoint)),
            Field.one("reorderLevel", NUMBER, row -> Value.of(row.reorderLevel)),
            Field.one("timeStamp", TIME, row -> Value.of(row.timeStamp))));

    static final Map<String, Field<ItemRow>> ITEM_FIELDS = byName(List.of(
            Field.one("itemID", NUMBER, row -> Value.of(row.itemId)),
            Field.one("systemSku", TEXT, row -> Value.of(Long.toString(row.systemSku))),
            Field.one("customSku", TEXT, row -> Value.of(row.customSku)),
            Field.one("manufacturerSku", TEXT, row -> Value.of(row.manufacturerSku)),
            Field.one("upc", TEXT, row -> Value.of(row.upc)),
            Field.one("ean", TEXT, row -> Value.of(row.ean)),
            Field.one("description", TEXT, row -> Value.of(row.description)),
            Field.one("itemType", TEXT, row -> Value.of(row.tracked ? "default" : "non_inventory")),
            Field.one("serialized", FLAG, row -> Value.of(false)),
            Field.one("itemMatrixID", NUMBER, row -> Value.of(row.matrixId())),
            Field.one(
                    "categoryID",
                    NUMBER,
                    row -> Value.of(Showcase.categoryNumber(row.card().category()))),
            Field.one("createTime", TIME, row -> Value.of(row.createTime)),
            Field.one("timeStamp", TIME, row -> Value.of(row.timeStamp)),
            new Field<>(
                    "itemCode",
                    TEXT,
                    row -> List.of(Value.of(Long.toString(row.itemId)), Value.of(row.upc), Value.of(row.ean)))));

    static final Map<String, Field<ShopRow>> SHOP_FIELDS = byName(List.of(
            Field.one("shopID", NUMBER, row -> Value.of(row.shopId())),
            Field.one("name", TEXT, row -> Value.of(row.name()))));

    static final Map<String, Function<ItemRow, SortKey>> ITEM_ORDERS = Map.of(
            "itemID", row -> new SortKey(0, "", row.itemId),
            "timeStamp", row -> new SortKey(row.timeStamp, "", row.itemId),
            "description", row -> new SortKey(0, row.description, row.itemId));

    static final Map<String, Function<ItemShopRow, SortKey>> ITEM_SHOP_ORDERS = Map.of(
            "itemShopID", row -> new SortKey(0, "", row.itemShopId),
            "timeStamp", row -> new SortKey(row.timeStamp, "", row.itemShopId));

    static final Map<String, Function<ShopRow, SortKey>> SHOP_ORDERS =
            Map.of("shopID", row -> new SortKey(0, "", row.shopId()));

    static final Map<String, Field<InventoryLogRow>> INVENTORY_LOG_FIELDS = byName(List.of(
            Field.one("inventoryLogID", NUMBER, row -> Value.of(row.inventoryLogId())),
            Field.one("itemID", NUMBER, row -> Value.of(row.item().itemId)),
            Field.one("shopID", NUMBER, row -> Value.of(row.shopId())),
            Field.one("qohChange", NUMBER, row -> Value.of(row.qohChange())),
            Field.one("reason", TEXT, row -> Value.of(row.reason())),
            Field.one("employeeID", NUMBER, row -> Value.of(row.employeeId())),
            Field.one("saleID", NUMBER, row -> Value.of(row.saleId())),
            Field.one("createTime", TIME, row -> Value.of(row.createTime()))));

    static final Map<String, Function<InventoryLogRow, SortKey>> INVENTORY_LOG_ORDERS = Map.of(
            "inventoryLogID", row -> new SortKey(0, "", row.inventoryLogId()),
            "itemID", row -> new SortKey(row.item().itemId, "", row.inventoryLogId()));

    static final QueryReader<InventoryLogRow> INVENTORY_LOGS = new QueryReader<>(
            INVENTORY_LOG_FIELDS,
            INVENTORY_LOG_ORDERS.keySet(),
            "inventoryLogID",
            false,
            none -> row -> true,
            Optional.empty());

    static final QueryReader<ItemRow> ITEMS = new QueryReader<>(
            ITEM_FIELDS, ITEM_ORDERS.keySet(), "itemID", true, Schema::oneOfItsShops, Optional.of(row -> row.archived));

    static final QueryReader<ItemShopRow> ITEM_SHOPS = new QueryReader<>(
            ITEM_SHOP_FIELDS, ITEM_SHOP_ORDERS.keySet(), "itemShopID", false, none -> row -> true, Optional.empty());

    static final QueryReader<ShopRow> SHOPS = new QueryReader<>(
            SHOP_FIELDS, SHOP_ORDERS.keySet(), "shopID", false, none -> row -> true, Optional.empty());

    private Schema() {}

    /** Items of which one and the same stock row fulfils all the filters on stock rows. */
    private static Predicate<ItemRow> oneOfItsShops(Map<String, List<String>> filters) {
        List<Condition<ItemShopRow>> conditions = filters.entrySet().stream()
                .flatMap(filter -> filter.getValue().stream()
                        .map(raw -> Condition.parse(
                                Optional.ofNullable(ITEM_SHOP_FIELDS.get(filter.getKey()))
                                        .orElseThrow(() -> Refusal.badRequest(
                                                "Unknown field 'ItemShops." + filter.getKey() + "'.")),
                                raw)))
                .toList();
        return item -> conditions.isEmpty()
                || item.shops.stream()
                        .anyMatch(shop -> conditions.stream().allMatch(condition -> condition.matches(shop)));
    }

    private static <R> Map<String, Field<R>> byName(List<Field<R>> fields) {
        return fields.stream().collect(Collectors.toUnmodifiableMap(Field::name, field -> field));
    }
}
