package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopifyFaultsTest {

    private static final String ITEMS = "{ inventoryItems(first: 1) { nodes { id sku"
            + " inventoryLevels(first: 1) { nodes { location { id } quantities(names: [\"available\"]) { quantity } } } } } }";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withSkus(20));
    private final Client client = new Client(sandbox);
    private String sku = "";
    private int available;
    private String set = "";

    @BeforeEach
    void readTheFirstItem() {
        JsonNode item = Json.read(client.shopify(ITEMS).body()).at("/data/inventoryItems/nodes/0");
        JsonNode level = item.at("/inventoryLevels/nodes/0");
        sku = item.path("sku").asText();
        available = level.at("/quantities/0/quantity").asInt();
        set = "mutation { inventorySetQuantities(input: {name: \"available\", reason: \"correction\", quantities: ["
                + "{inventoryItemId: \"" + item.path("id").asText() + "\", locationId: \""
                + level.at("/location/id").asText() + "\", quantity: 500, changeFromQuantity: " + available
                + "}]}) @idempotent(key: \"one\") { userErrors { code message } } }";
        client.controlled("DELETE", "counters", "");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aWriteWithoutFaultsLands() {
        assertThat(client.shopify(set).body()).contains("\"userErrors\":[]");
        assertThat(shopQuantity()).isEqualTo(500);
        assertThat(counters().path("writesHandled").asInt()).isEqualTo(1);
    }

    @Test
    void aStaleWriteIsRefusedAfterAnOrderCameFirst() {
        fault("\"stale\"");
        assertThat(client.shopify(set).body()).contains("CHANGE_FROM_QUANTITY_STALE");
        assertThat(Math.abs(shopQuantity() - available)).isEqualTo(1);
    }

    @Test
    void aThrottledWriteIsA200WithoutEffect() {
        fault("\"status\",\"status\":429");
        HttpResponse<String> answer = client.shopify(set);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"THROTTLED\"");
        assertThat(shopQuantity()).isEqualTo(available);
        assertThat(counters().path("throttled").asInt()).isEqualTo(1);
        assertThat(counters().path("writesHandled").asInt()).isZero();
    }

    @Test
    void aWrongVersionIsSaidInTheHeader() {
        fault("\"wrong-version\"");
        assertThat(client.shopify(ITEMS).headers().firstValue("X-Shopify-API-Version"))
                .hasValueSatisfying(version -> assertThat(version).isNotEqualTo("2026-07"));
    }

    @Test
    void aCutAfterTheWriteLeavesItsEffect() {
        fault("\"cut-after\"");
        assertThatThrownBy(() -> client.shopify(set)).isInstanceOf(UncheckedIOException.class);
        assertThat(shopQuantity()).isEqualTo(500);
    }

    @Test
    void aCutBeforeTheWriteLeavesNone() {
        fault("\"cut-before\"");
        assertThatThrownBy(() -> client.shopify(set)).isInstanceOf(UncheckedIOException.class);
        assertThat(shopQuantity()).isEqualTo(available);
    }

    private void fault(String kind) {
        client.controlled("POST", "faults", "[{\"on\":{\"platform\":\"shopify\"},\"do\":{\"kind\":" + kind + "}}]");
    }

    private int shopQuantity() {
        return client.controlled("GET", "state?sku=" + Client.encode(sku), "")
                .at("/levels/" + sku + "/shopify/available")
                .asInt();
    }

    private JsonNode counters() {
        return client.controlled("GET", "counters", "").path("shopify");
    }
}
