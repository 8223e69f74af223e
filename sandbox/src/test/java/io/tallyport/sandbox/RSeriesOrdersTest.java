package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-Series purchase orders over HTTP: what the API can do, and what only a user can. */
class RSeriesOrdersTest {

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(40).withSeed(5).withRegisters(60));
    private final Client client = new Client(sandbox);
    private final JsonNode level =
            client.controlled("GET", "levels", "").path("rseries").path(0);
    private final String item = level.path("itemID").asText();
    private final String sku = level.path("sku").asText();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void anOrderIsMadeWithoutLinesWhichComeOneByOne() {
        String order = made("PO-1");
        assertThat(status("POST", "Order.json", "{\"shopID\":1,\"OrderLines\":{\"OrderLine\":{}}}"))
                .isEqualTo(400);
        assertThat(status("POST", "Order.json", "{\"refNum\":\"PO-2\"}"))
                .as("no shop")
                .isEqualTo(400);
        assertThat(status("POST", "Order.json", "{\"shopID\":9}")).isEqualTo(400);
        JsonNode line = line(order, "10");
        assertThat(line.path("quantity").asText()).isEqualTo("10");
        assertThat(line.path("checkedIn").asText()).isEqualTo("0");
        assertThat(client.get("OrderLine.json?orderID=" + order)
                        .path("OrderLine")
                        .isObject())
                .as("one row is an object")
                .isTrue();
        line(order, "1");
        assertThat(client.get("OrderLine.json?sort=orderID&orderID=" + order).path("OrderLine"))
                .as("a second line of the same item")
                .hasSize(2);
    }

    @Test
    void anOrderIsFoundByItsNumberWhichNeedNotBeItsAlone() {
        made("PO-1");
        made("PO-1");
        made("PO-2");
        assertThat(client.get("Order.json?refNum=PO-1").path("Order")).hasSize(2);
        assertThat(client.get("Order.json?refNum=PO-3").has("Order")).isFalse();
    }

    @Test
    void itIsOrderedByItsDateWhichWantsALine() {
        String order = made("PO-1");
        String dated = "{\"orderedDate\":\"2026-03-01T12:00:00+00:00\"}";
        assertThat(status("PUT", "Order/" + order + ".json", dated)).isEqualTo(400);
        line(order, "10");
        assertThat(client.put("Order/" + order + ".json", dated)
                        .at("/Order/orderedDate")
                        .asText())
                .startsWith("2026-03-01");
        assertThat(status("PUT", "Order/" + order + ".json", "{\"complete\":true}"))
                .as("a user's affair")
                .isEqualTo(400);
    }

    @Test
    void goodsAreInStockOnceAUserHasFinishedTheOrder() {
        String order = made("PO-1");
        line(order, "10");
        client.put("Order/" + order + ".json", "{\"receivedDate\":\"2026-03-02T12:00:00+00:00\"}");
        assertThat(client.get("Order/" + order + "/Shipment.json")
                        .at("/OrderShipment/status")
                        .asText())
                .isEqualTo("received");
        double before = qoh();
        client.controlled(
                "POST",
                "purchase-orders/receive",
                "{\"order\":\"PO-1\",\"goods\":{\"" + sku + "\":7},\"finish\":false}");
        assertThat(qoh()).isEqualTo(before);
        client.controlled("POST", "purchase-orders/receive", "{\"order\":\"PO-1\",\"goods\":{\"" + sku + "\":8}}");
        assertThat(qoh()).isEqualTo(before + 8);
        JsonNode line = client.get("OrderLine.json?orderID=" + order).path("OrderLine");
        assertThat(line.path("checkedIn").asText()).isEqualTo("8");
        assertThat(line.path("numReceived").asText()).isEqualTo("0");
        assertThat(client.get("Order/" + order + "/Shipment.json")
                        .at("/OrderShipment/status")
                        .asText())
                .isEqualTo("finished");
        assertThat(status("PUT", "OrderLine/" + line.path("orderLineID").asText() + ".json", "{\"quantity\":1}"))
                .isEqualTo(400);
        assertThat(status("POST", "Order/" + order + "/Shipment.json", "{}")).isEqualTo(405);
    }

    @Test
    void aDeletedLineIsGoneAndADeletedOrderPutAway() {
        String order = made("PO-1");
        String line = line(order, "10").path("orderLineID").asText();
        client.put("OrderLine/" + line + ".json", "{\"quantity\":4}");
        assertThat(status("DELETE", "OrderLine/" + line + ".json", "")).isEqualTo(200);
        assertThat(status("GET", "OrderLine/" + line + ".json", "")).isEqualTo(404);
        assertThat(status("DELETE", "Order/" + order + ".json", "")).isEqualTo(200);
        assertThat(client.get("Order.json").has("Order")).isFalse();
        assertThat(client.get("Order.json?archived=only").at("/Order/orderID").asText())
                .isEqualTo(order);
    }

    @Test
    void vendorsAreReadWrittenAndPutAway() {
        assertThat(client.get("Vendor.json").path("Vendor")).hasSize(2);
        assertThat(status("POST", "Vendor.json", "{\"name\":\"\"}")).isEqualTo(400);
        HttpResponse<String> made = client.rseries("POST", "Vendor.json", "{\"name\":\"Acorn\"}");
        String id = Json.read(made.body()).at("/Vendor/vendorID").asText();
        client.put("Vendor/" + id + ".json", "{\"name\":\"Oak\"}");
        assertThat(client.get("Vendor.json?name=Oak").at("/Vendor/vendorID").asText())
                .isEqualTo(id);
        assertThat(status("DELETE", "Vendor/" + id + ".json", "")).isEqualTo(200);
        assertThat(client.get("Vendor.json").path("Vendor")).hasSize(2);
    }

    @Test
    void aUserChangesLinesToo() {
        made("PO-1");
        JsonNode order = client.controlled(
                "POST", "purchase-orders/line", "{\"order\":\"PO-1\",\"sku\":\"" + sku + "\",\"quantity\":3}");
        assertThat(order.path("lines").path(sku).path("quantity").asText()).isEqualTo("3");
        assertThat(client.controlled("GET", "purchase-orders", "").path("orders"))
                .containsExactly(order);
    }

    private String made(String number) {
        HttpResponse<String> answer =
                client.rseries("POST", "Order.json", "{\"shopID\":1,\"vendorID\":1,\"refNum\":\"" + number + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body()).at("/Order/orderID").asText();
    }

    private JsonNode line(String order, String quantity) {
        HttpResponse<String> answer = client.rseries(
                "POST",
                "OrderLine.json",
                "{\"orderID\":" + order + ",\"itemID\":" + item + ",\"quantity\":" + quantity + ",\"price\":\"2.50\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body()).path("OrderLine");
    }

    private int status(String method, String path, String body) {
        return client.rseries(method, path, body).statusCode();
    }

    private double qoh() {
        return client.controlled("GET", "state?sku=" + Client.encode(sku), "")
                .at("/levels/" + sku + "/rseries/qoh")
                .asDouble();
    }
}
