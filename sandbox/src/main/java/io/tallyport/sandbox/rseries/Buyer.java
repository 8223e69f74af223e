package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.control.PurchaseControl;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.util.Map;

/** What a user does to purchase orders in the POS itself. */
final class Buyer implements PurchaseControl {

    private static final InventoryLog.Cause CHECKED_IN = InventoryLog.BY_HAND;

    private final RSeriesStore store;

    Buyer(RSeriesStore store) {
        this.store = store;
    }

    @Override
    public ArrayNode orders() {
        synchronized (store) {
            ArrayNode all = Json.object().putArray("orders");
            store.purchases.allOrders().forEach(order -> all.add(told(order)));
            return all;
        }
    }

    @Override
    public ObjectNode receive(String order, Map<String, BigDecimal> goods, boolean finish) {
        synchronized (store) {
            OrderRow row = found(order);
            goods.forEach((sku, quantity) -> arrived(line(row, sku), quantity));
            if (goods.isEmpty()) {
                row.lines.forEach(line -> arrived(line, line.quantity));
            }
            store.purchases.change(row, store.now(), () -> row.complete = finish);
            if (finish) {
                row.lines.forEach(line -> checkIn(row, line));
            }
            return told(row);
        }
    }

    private void arrived(OrderLineRow line, BigDecimal quantity) {
        store.purchases.change(line, store.now(), () -> line.numReceived = quantity);
    }

    private void checkIn(OrderRow order, OrderLineRow line) {
        BigDecimal coming = line.numReceived;
        line.item
                .shop(Math.toIntExact(order.shopId))
                .ifPresent(shop -> store.stock(shop, shop.qoh.add(coming), CHECKED_IN));
        store.purchases.change(line, store.now(), () -> {
            line.checkedIn = line.checkedIn.add(coming);
            line.numReceived = BigDecimal.ZERO;
        });
    }

    @Override
    public ObjectNode line(String order, String sku, BigDecimal quantity) {
        synchronized (store) {
            OrderRow row = found(order);
            OrderLineRow line = line(row, sku);
            store.purchases.change(line, store.now(), () -> line.quantity = quantity);
            return told(row);
        }
    }

    private OrderLineRow line(OrderRow order, String sku) {
        ItemRow item =
                store.first(sku).orElseThrow(() -> new IllegalArgumentException("the POS knows no SKU '" + sku + "'"));
        return order.lines.stream()
                .filter(line -> line.item == item)
                .findFirst()
                .orElseGet(() -> {
                    OrderLineRow added = store.purchases.newLine(order, item, store.now());
                    store.purchases.add(added);
                    return added;
                });
    }

    private OrderRow found(String order) {
        return store.purchases.allOrders().stream()
                .filter(row -> Long.toString(row.orderId).equals(order) || row.refNum.equals(order))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no order '" + order + "'"));
    }

    private static ObjectNode told(OrderRow row) {
        ObjectNode node = PurchaseRendering.order(row);
        ObjectNode lines = node.putObject("lines");
        row.lines.forEach(line -> lines.set(line.item.customSku, PurchaseRendering.line(line)));
        return node;
    }
}
