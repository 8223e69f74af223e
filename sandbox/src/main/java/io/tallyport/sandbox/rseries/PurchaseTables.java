package io.tallyport.sandbox.rseries;

import static io.tallyport.sandbox.rseries.FieldType.FLAG;
import static io.tallyport.sandbox.rseries.FieldType.NUMBER;
import static io.tallyport.sandbox.rseries.FieldType.TEXT;
import static io.tallyport.sandbox.rseries.FieldType.TIME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders, their lines and vendors by id and in each order that lists can have; guarded by the store's monitor. */
final class PurchaseTables {

    private static final Map<String, Function<OrderRow, SortKey>> ORDER_ORDERS = Map.of(
            "orderID", row -> new SortKey(0, "", row.orderId),
            "timeStamp", row -> new SortKey(row.timeStamp, "", row.orderId));

    private static final Map<String, Function<OrderLineRow, SortKey>> LINE_ORDERS = Map.of(
            "orderLineID", row -> new SortKey(0, "", row.orderLineId),
            "timeStamp", row -> new SortKey(row.timeStamp, "", row.orderLineId),
            "orderID", row -> new SortKey(row.order.orderId, "", row.orderLineId));

    private static final Map<String, Function<VendorRow, SortKey>> VENDOR_ORDERS = Map.of(
            "vendorID", row -> new SortKey(0, "", row.vendorId),
            "timeStamp", row -> new SortKey(row.timeStamp, "", row.vendorId));

    static final QueryReader<OrderRow> ORDERS = new QueryReader<>(
            byName(List.of(
                    Field.one("orderID", NUMBER, row -> Value.of(row.orderId)),
                    Field.one("shopID", NUMBER, row -> Value.of(row.shopId)),
                    Field.one("vendorID", NUMBER, row -> Value.of(row.vendorId)),
                    Field.one("refNum", TEXT, row -> Value.of(row.refNum)),
                    Field.one("complete", FLAG, row -> Value.of(row.complete)),
                    Field.one("createTime", TIME, row -> Value.of(row.createTime)),
                    Field.one("timeStamp", TIME, row -> Value.of(row.timeStamp)))),
            ORDER_ORDERS.keySet(),
            "orderID",
            false,
            none -> row -> true,
            Optional.of(row -> row.archived));

    static final QueryReader<OrderLineRow> LINES = new QueryReader<>(
            byName(List.of(
                    Field.one("orderLineID", NUMBER, row -> Value.of(row.orderLineId)),
                    Field.one("orderID", NUMBER, row -> Value.of(row.order.orderId)),
                    Field.one("itemID", NUMBER, row -> Value.of(row.item.itemId)),
                    Field.one("timeStamp", TIME, row -> Value.of(row.timeStamp)))),
            LINE_ORDERS.keySet(),
            "orderLineID",
            false,
            none -> row -> true,
            Optional.empty());

    static final QueryReader<VendorRow> VENDORS = new QueryReader<>(
            byName(List.of(
                    Field.one("vendorID", NUMBER, row -> Value.of(row.vendorId)),
                    Field.one("name", TEXT, row -> Value.of(row.name)),
                    Field.one("timeStamp", TIME, row -> Value.of(row.timeStamp)))),
            VENDOR_ORDERS.keySet(),
            "vendorID",
            false,
            none -> row -> true,
            Optional.of(row -> row.archived));

    final Table<OrderRow> orders = new Table<>(ORDER_ORDERS, id -> List.of());
    final Table<OrderLineRow> lines = new Table<>(LINE_ORDERS, this::linesOf);
    final Table<VendorRow> vendors = new Table<>(VENDOR_ORDERS, id -> List.of());
    private final Map<Long, OrderRow> orderById = new TreeMap<>();
    private final Map<Long, OrderLineRow> lineById = new TreeMap<>();
    private final Map<Long, VendorRow> vendorById = new TreeMap<>();
    private long lastOrder = 300;
    private long lastLine = 9_000;

    PurchaseTables(long now) {
        List.of(new VendorRow(1, "Northwind Wholesale", now), new VendorRow(2, "Peak Supplies", now))
                .forEach(this::add);
    }

    Optional<OrderRow> order(long id) {
        return Optional.ofNullable(orderById.get(id));
    }

    Optional<OrderLineRow> line(long id) {
        return Optional.ofNullable(lineById.get(id));
    }

    Optional<VendorRow> vendor(long id) {
        return Optional.ofNullable(vendorById.get(id));
    }

    List<OrderRow> allOrders() {
        return List.copyOf(orderById.values());
    }

    OrderRow newOrder(long now) {
        return new OrderRow(++lastOrder, now);
    }

    OrderLineRow newLine(OrderRow order, ItemRow item, long now) {
        return new OrderLineRow(++lastLine, order, item, now);
    }

    VendorRow newVendor(String name, long now) {
        return new VendorRow(vendorById.size() + 1L, name, now);
    }

    void add(OrderRow row) {
        orderById.put(row.orderId, row);
        orders.add(row);
    }

    void add(OrderLineRow row) {
        lineById.put(row.orderLineId, row);
        lines.add(row);
        row.order.lines.add(row);
    }

    void add(VendorRow row) {
        vendorById.put(row.vendorId, row);
        vendors.add(row);
    }

    /** A deleted line is gone, unlike most that is deleted here. */
    void remove(OrderLineRow row) {
        lineById.remove(row.orderLineId);
        lines.remove(row);
        row.order.lines.remove(row);
    }

    void change(OrderRow row, long now, Runnable change) {
        orders.change(row, () -> {
            change.run();
            row.timeStamp = now;
        });
    }

    void change(OrderLineRow row, long now, Runnable change) {
        lines.change(row, () -> {
            change.run();
            row.timeStamp = now;
        });
    }

    void change(VendorRow row, long now, Runnable change) {
        vendors.change(row, () -> {
            change.run();
            row.timeStamp = now;
        });
    }

    private List<OrderLineRow> linesOf(long itemId) {
        return lineById.values().stream()
                .filter(line -> line.item.itemId == itemId)
                .toList();
    }

    private static <R> Map<String, Field<R>> byName(List<Field<R>> fields) {
        return fields.stream().collect(Collectors.toUnmodifiableMap(Field::name, field -> field));
    }
}
