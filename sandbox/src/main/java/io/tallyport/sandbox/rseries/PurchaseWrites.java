package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Writes orders, their lines and vendors; called with the store's monitor held.
 *
 * <p>An order is made without lines, which come one by one. It is ordered, and checked in, by its dates, which want a line.
 * That it is complete, and its goods in stock, is done by a user and not by the API.
 */
final class PurchaseWrites {

    private static final Set<String> ORDER_FIELDS =
            Set.of("orderID", "shopID", "vendorID", "refNum", "shipCost", "orderedDate", "receivedDate", "arrivalDate");
    private static final Set<String> LINE_FIELDS =
            Set.of("orderLineID", "orderID", "itemID", "quantity", "price", "originalPrice", "numReceived");

    private final RSeriesStore store;
    private final PurchaseTables tables;

    PurchaseWrites(RSeriesStore store) {
        this.store = store;
        this.tables = store.purchases;
    }

    OrderRow create(String body) {
        ObjectNode change = object(body, ORDER_FIELDS);
        if (!change.has("shopID")) {
            throw Refusal.badRequest("shopID cannot be blank.");
        }
        OrderRow row = tables.newOrder(store.now());
        apply(row, change);
        tables.add(row);
        return row;
    }

    void update(OrderRow row, String body) {
        ObjectNode change = object(body, ORDER_FIELDS);
        if (row.complete) {
            throw Refusal.badRequest("Order " + row.orderId + " is complete.");
        }
        tables.change(row, store.now(), () -> apply(row, change));
    }

    private void apply(OrderRow row, ObjectNode change) {
        boolean dated = !text(change, "orderedDate").isEmpty()
                || !text(change, "receivedDate").isEmpty();
        if (dated && row.lines.isEmpty()) {
            throw Refusal.badRequest("An Order without OrderLines cannot be ordered or received.");
        }
        if (change.has("shopID")) {
            long shop = number(change, "shopID").longValue();
            if (store.shop(shop).isEmpty()) {
                throw Refusal.badRequest("Shop " + shop + " does not exist.");
            }
            row.shopId = shop;
        }
        if (change.has("vendorID")) {
            long vendor = number(change, "vendorID").longValue();
            if (vendor != 0 && tables.vendor(vendor).isEmpty()) {
                throw Refusal.badRequest("Vendor " + vendor + " does not exist.");
            }
            row.vendorId = vendor;
        }
        row.refNum = change.has("refNum") ? text(change, "refNum") : row.refNum;
        row.shipCost = change.has("shipCost") ? text(change, "shipCost") : row.shipCost;
        row.orderedDate = date(change, "orderedDate", row.orderedDate);
        row.receivedDate = date(change, "receivedDate", row.receivedDate);
        row.arrivalDate = date(change, "arrivalDate", row.arrivalDate);
    }

    private static Optional<String> date(ObjectNode change, String name, Optional<String> before) {
        return change.has(name) ? Optional.of(text(change, name)).filter(one -> !one.isEmpty()) : before;
    }

    void archive(OrderRow row) {
        tables.change(row, store.now(), () -> row.archived = true);
    }

    OrderLineRow createLine(String body) {
        ObjectNode change = object(body, LINE_FIELDS);
        long orderId = number(change, "orderID").longValue();
        OrderRow order = tables.order(orderId)
                .filter(one -> !one.archived)
                .orElseThrow(() -> Refusal.badRequest("Order " + orderId + " does not exist."));
        if (order.complete) {
            throw Refusal.badRequest("Order " + orderId + " is complete.");
        }
        long itemId = number(change, "itemID").longValue();
        ItemRow item = store.item(itemId).orElseThrow(() -> Refusal.badRequest("Item " + itemId + " does not exist."));
        OrderLineRow row = tables.newLine(order, item, store.now());
        apply(row, change);
        tables.add(row);
        return row;
    }

    void update(OrderLineRow row, String body) {
        ObjectNode change = object(body, LINE_FIELDS);
        if (row.order.complete) {
            throw Refusal.badRequest("Order " + row.order.orderId + " is complete.");
        }
        tables.change(row, store.now(), () -> apply(row, change));
    }

    private static void apply(OrderLineRow row, ObjectNode change) {
        row.quantity = change.has("quantity") ? number(change, "quantity") : row.quantity;
        row.price = change.has("price") ? number(change, "price") : row.price;
        row.originalPrice = change.has("originalPrice") ? number(change, "originalPrice") : row.originalPrice;
        row.numReceived = change.has("numReceived") ? number(change, "numReceived") : row.numReceived;
    }

    void delete(OrderLineRow row) {
        if (row.order.complete) {
            throw Refusal.badRequest("Order " + row.order.orderId + " is complete.");
        }
        tables.remove(row);
    }

    VendorRow createVendor(String body) {
        VendorRow row = tables.newVendor(name(body), store.now());
        tables.add(row);
        return row;
    }

    void update(VendorRow row, String body) {
        String name = name(body);
        tables.change(row, store.now(), () -> row.name = name);
    }

    void archive(VendorRow row) {
        tables.change(row, store.now(), () -> row.archived = true);
    }

    private static String name(String body) {
        String name = text(object(body, Set.of("name", "vendorID")), "name");
        if (name.isBlank()) {
            throw Refusal.badRequest("name cannot be blank.");
        }
        return name;
    }

    private static ObjectNode object(String body, Set<String> known) {
        JsonNode read = read(body);
        if (!(read instanceof ObjectNode node)) {
            throw Refusal.badRequest("The body must be a JSON object.");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Refusal.badRequest("Field '" + name + "' cannot be updated.");
            }
        });
        return node;
    }

    private static JsonNode read(String body) {
        try {
            return Json.read(body);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The body is " + e.getMessage() + ".");
        }
    }

    private static String text(ObjectNode node, String name) {
        return node.path(name).isNull() ? "" : node.path(name).asText("");
    }

    private static BigDecimal number(ObjectNode node, String name) {
        try {
            return new BigDecimal(text(node, name));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("'" + name + "' must be a number.");
        }
    }
}
