package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;

/** Orders, lines, shipments and vendors as the API writes them: every scalar a text. */
final class PurchaseRendering {

    private PurchaseRendering() {}

    static ObjectNode order(OrderRow row) {
        ObjectNode node = Json.object()
                .put("orderID", Long.toString(row.orderId))
                .put("shopID", Long.toString(row.shopId))
                .put("vendorID", Long.toString(row.vendorId))
                .put("refNum", row.refNum)
                .put("shipCost", row.shipCost)
                .put("complete", Boolean.toString(row.complete))
                .put("archived", Boolean.toString(row.archived))
                .put("createTime", Rendering.time(row.createTime))
                .put("timeStamp", Rendering.time(row.timeStamp));
        row.orderedDate.ifPresent(date -> node.put("orderedDate", date));
        row.receivedDate.ifPresent(date -> node.put("receivedDate", date));
        row.arrivalDate.ifPresent(date -> node.put("arrivalDate", date));
        return node;
    }

    static ObjectNode line(OrderLineRow row) {
        return Json.object()
                .put("orderLineID", Long.toString(row.orderLineId))
                .put("orderID", Long.toString(row.order.orderId))
                .put("itemID", Long.toString(row.item.itemId))
                .put("quantity", Rendering.number(row.quantity))
                .put("price", Rendering.number(row.price))
                .put("originalPrice", Rendering.number(row.originalPrice))
                .put("numReceived", Rendering.number(row.numReceived))
                .put("checkedIn", Rendering.number(row.checkedIn))
                .put("createTime", Rendering.time(row.createTime))
                .put("timeStamp", Rendering.time(row.timeStamp));
    }

    /** What has come of an order: one shipment, once it is being checked in. */
    static ObjectNode shipment(OrderRow row) {
        return Json.object()
                .put("orderShipmentID", Long.toString(row.orderId))
                .put("orderID", Long.toString(row.orderId))
                .put("status", row.complete ? "finished" : "received");
    }

    static ObjectNode vendor(VendorRow row) {
        ObjectNode node = Json.object()
                .put("vendorID", Long.toString(row.vendorId))
                .put("name", row.name)
                .put("archived", Boolean.toString(row.archived))
                .put("timeStamp", Rendering.time(row.timeStamp));
        node.putObject("purchasingCurrency")
                .put("code", "USD")
                .put("symbol", "$")
                .put("rate", "1");
        return node;
    }
}
