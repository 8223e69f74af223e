package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RSeriesWritingTest {

    private static final String WITH_SHOPS = "?load_relations=%5B%22ItemShops%22%5D";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
            .withSkus(60)
            .withBaseClock(Clock.fixed(Instant.parse("2026-11-21T10:00:00.750Z"), ZoneOffset.UTC)));
    private final Client client = new Client(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theQuantityIsSetAndTheSumFollows() {
        JsonNode before = shops(1001);
        client.put("Item/1001.json", set("\"itemShopID\":\"" + id(before.get(1)) + "\"", "77"));
        JsonNode after = shops(1001);
        assertThat(after.get(1).path("qoh").asText()).isEqualTo("77");
        assertThat(after.get(2)).isEqualTo(before.get(2));
        assertThat(after.get(0).path("qoh").asInt())
                .isEqualTo(77 + after.get(2).path("qoh").asInt());
    }

    @Test
    void theShopMayStandForTheRow() {
        client.put("Item/1001.json", set("\"shopID\":1", "5"));
        assertThat(shops(1001).get(1).path("qoh").asText()).isEqualTo("5");
    }

    @Test
    void stockMovesTheRowsTimeAndNotTheItems() {
        JsonNode before = client.get("Item/1001.json" + WITH_SHOPS).path("Item");
        client.put("Item/1001.json", set("\"shopID\":1", "700"));
        String now = sandbox.clock().instant().toString().substring(0, 19) + "+00:00";
        JsonNode after = client.get("Item/1001.json" + WITH_SHOPS).path("Item");
        assertThat(after.path("timeStamp")).isEqualTo(before.path("timeStamp"));
        assertThat(after.path("ItemShops")
                        .path("ItemShop")
                        .get(1)
                        .path("timeStamp")
                        .asText())
                .isEqualTo(now);
        String since = Client.encode(">=," + now);
        assertThat(Client.rows(client.get("ItemShop.json?sort=timeStamp&shopID=1&timeStamp=" + since), "ItemShop"))
                .hasSize(1);
    }

    @Test
    void theSameQuantityAgainMovesNothing() {
        client.put("Item/1001.json", set("\"shopID\":1", "9"));
        JsonNode before = shops(1001);
        client.put("Item/1001.json", set("\"shopID\":1", "9"));
        assertThat(shops(1001)).isEqualTo(before);
    }

    @Test
    void anItemsOwnFieldsMoveItsTime() {
        JsonNode before = client.get("Item/1002.json").path("Item");
        JsonNode after =
                client.put("Item/1002.json", "{\"customSku\":\"NEW-1\"}").path("Item");
        assertThat(after.path("customSku").asText()).isEqualTo("NEW-1");
        assertThat(after.path("description")).isEqualTo(before.path("description"));
        assertThat(after.path("timeStamp")).isNotEqualTo(before.path("timeStamp"));
        assertThat(client.controlled("GET", "state?sku=NEW-1", "").toString()).contains("\"itemID\":\"1002\"");
    }

    @Test
    void wrongRowsAreRefusedAndNothingChanges() {
        JsonNode before = shops(1001);
        long other = shops(1002).get(1).path("itemShopID").asLong();
        refused("Item/1001.json", set("\"shopID\":1", "-1"), "qoh cannot be less than zero");
        refused("Item/1001.json", set("\"shopID\":0", "3"), "no such ItemShop");
        refused("Item/1001.json", set("\"shopID\":7", "3"), "no such ItemShop");
        refused("Item/1001.json", set("\"itemShopID\":" + other, "3"), "no such ItemShop");
        refused("Item/1001.json", set("\"shopID\":2,\"itemShopID\":" + id(before.get(1)), "3"), "no such ItemShop");
        refused("Item/1001.json", set("\"note\":\"x\"", "3"), "ItemShop.note");
        refused("Item/1001.json", set("\"shopID\":1", "\"many\""), "'qoh' must be a number");
        String twice = "{\"ItemShops\":{\"ItemShop\":[{\"shopID\":1,\"qoh\":3},{\"shopID\":1,\"qoh\":4}]}}";
        refused("Item/1001.json", twice, "given twice");
        refused("Item/1001.json", "{\"systemSku\":\"1\"}", "systemSku");
        refused("Item/1001.json", "{\"description\":\"\"}", "description cannot be blank");
        refused("Item/1001.json", "not json", "JSON object");
        assertThat(shops(1001)).isEqualTo(before);
    }

    @Test
    void itemShopItselfTakesOnlyReorderPoints() {
        JsonNode before = shops(1001).get(1);
        String body = "{\"qoh\":500,\"reorderPoint\":4,\"reorderLevel\":\"8\"}";
        JsonNode after = client.put("ItemShop/" + id(before) + ".json", body).path("ItemShop");
        assertThat(after.path("qoh")).isEqualTo(before.path("qoh"));
        assertThat(after.path("reorderPoint").asText()).isEqualTo("4");
        assertThat(after.path("reorderLevel").asText()).isEqualTo("8");
    }

    @Test
    void otherMethodsAreNotAllowed() {
        assertThat(client.rseries("DELETE", "ItemShop/" + id(shops(1001).get(1)) + ".json", "")
                        .statusCode())
                .isEqualTo(405);
        assertThat(client.rseries("POST", "ItemShop.json", "{}").statusCode()).isEqualTo(405);
        assertThat(client.rseries("PUT", "Shop/1.json", "{}").statusCode()).isEqualTo(405);
    }

    private void refused(String path, String body, String message) {
        sandbox.clock().advance(Duration.ofSeconds(15));
        HttpResponse<String> answer = client.rseries("PUT", path, body);
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(answer.body()).contains(message);
    }

    private JsonNode shops(int itemId) {
        return client.get("Item/" + itemId + ".json" + WITH_SHOPS)
                .path("Item")
                .path("ItemShops")
                .path("ItemShop");
    }

    private static String id(JsonNode row) {
        return row.path("itemShopID").asText();
    }

    private static String set(String row, String qoh) {
        return "{\"ItemShops\":{\"ItemShop\":{" + row + ",\"qoh\":" + qoh + "}}}";
    }
}
