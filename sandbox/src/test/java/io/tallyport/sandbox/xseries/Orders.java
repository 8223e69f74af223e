package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** The words for consignments of a retailer, at one version of the API. */
final class Orders {

    static final String API = "/api/2.0";

    final TestRetailer retailer = new TestRetailer(60);
    final String outlet = retailer.standIn.mainId();
    final String supplier = retailer.get(API + "/suppliers").at("/data/0/id").asText();

    /** A new consignment's id. */
    String made(String type) {
        return made(type, "PO-1");
    }

    String made(String type, String reference) {
        SandboxResponse answer = call("POST", "/consignments", body(type, "", reference));
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return Json.read(answer.body()).at("/data/id").asText();
    }

    ObjectNode body(String type, String status, String reference) {
        ObjectNode body = Json.object()
                .put("name", "an order")
                .put("outlet_id", outlet)
                .put("type", type)
                .put("reference", reference);
        if (type.equals("OUTLET")) {
            body.put("source_outlet_id", otherOutlet());
        }
        return status.isEmpty() ? body : body.put("status", status);
    }

    String otherOutlet() {
        return retailer.get(API + "/outlets").at("/data/1/id").asText();
    }

    SandboxResponse call(String method, String path, JsonNode body) {
        return call(method, path, body.isMissingNode() ? "" : Json.write(body));
    }

    SandboxResponse call(String method, String path, String body) {
        retailer.clock.advance(Duration.ofSeconds(2));
        return retailer.call(method, API + path, body);
    }

    int status(String id, String type, String status) {
        return call("PUT", "/consignments/" + id, body(type, status, "PO-1")).status();
    }

    /** The status of the answer to a line that is posted. */
    int add(String id, String product, String count) {
        return call("POST", "/consignments/" + id + "/products", line(product, "count", count))
                .status();
    }

    static ObjectNode line(String product, String field, String value) {
        return Json.object().put("product_id", product).put(field, value).put("cost", "4.50");
    }

    int put(String id, String product, String field, String value) {
        return call("PUT", "/consignments/" + id + "/products/" + product, line(product, field, value))
                .status();
    }

    JsonNode read(String id) {
        return retailer.get(API + "/consignments/" + id).path("data");
    }

    JsonNode lines(String id) {
        return retailer.get(API + "/consignments/" + id + "/products").path("data");
    }

    /** Products that have a level at the first outlet. */
    List<String> products() {
        return TestRetailer.rows(retailer.pages(API + "/inventory", "")).stream()
                .filter(row -> row.path("outlet_id").asText().equals(outlet))
                .map(row -> row.path("product_id").asText())
                .toList();
    }

    BigDecimal level(String product, String at) {
        for (JsonNode row :
                retailer.get(API + "/products/" + product + "/inventory").path("data")) {
            if (row.path("outlet_id").asText().equals(at)) {
                return row.path("inventory_level").decimalValue();
            }
        }
        return BigDecimal.ZERO;
    }
}
