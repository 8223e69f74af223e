package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    private final SandboxSettings settings = SandboxSettings.defaults()
            .withSkus(30)
            .withSeed(5)
            .withBaseClock(Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
    private final Sandbox sandbox = Sandbox.start(settings);
    private final Client client = new Client(sandbox);
    private final CatalogueItem item =
            CatalogueGenerator.generate(5, 30).findFirst().orElseThrow();
    private final String sku = item.posSku().orElseThrow();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aSaleAtTheTillIsSeenThroughTheApi() {
        client.controlled("POST", "pos-stock", body("1.5"));
        JsonNode level = client.controlled("POST", "sales", body("4"));
        assertThat(level.path("qoh").asText()).isEqualTo("-2.5");
        JsonNode row = client.get(
                        "ItemShop.json?shopID=1&itemID=" + level.path("itemID").asText())
                .path("ItemShop");
        assertThat(row.path("qoh").asText()).isEqualTo("-2.5");
        assertThat(row.path("sellable").asText()).isEqualTo("0");
        assertThat(row.path("timeStamp").asText()).isEqualTo("2026-11-21T10:00:00+00:00");
    }

    @Test
    void anOnlineOrderCommitsUnitsAndFulfillingItSendsThemOff() {
        client.controlled("POST", "shop-stock", body("10"));
        JsonNode ordered = client.controlled("POST", "orders", body("3"));
        assertThat(ordered.path("available").asInt()).isEqualTo(7);
        assertThat(ordered.path("committed").asInt()).isEqualTo(3);
        assertThat(ordered.path("onHand").asInt()).isEqualTo(10);
        JsonNode sent = client.controlled("POST", "fulfilments", body("3"));
        assertThat(sent.path("available").asInt()).isEqualTo(7);
        assertThat(sent.path("committed").asInt()).isZero();
        assertThat(sent.path("onHand").asInt()).isEqualTo(7);
        refused(422, "POST", "fulfilments", body("1"), sku);
        refused(400, "POST", "orders", body("1.5"), "whole number");
        assertThat(client.controlled("GET", "state?sku=" + Client.encode(sku), "")
                        .at("/levels/" + sku + "/shopify/available")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void theStateShowsBothSidesByName() {
        JsonNode state = client.controlled("GET", "state?sku=" + Client.encode(sku), "");
        assertThat(state.path("counts").path("rseries").path("items").asInt()).isEqualTo(30);
        assertThat(state.path("levels").path(sku).path("rseries").path("qoh").asText())
                .isEqualTo(item.posQoh().orElseThrow().toPlainString());
        JsonNode levels = client.controlled("GET", "levels", "");
        assertThat(levels.path("rseries")).hasSize(30);
        assertThat(levels.path("shopify")).hasSize(30);
    }

    @Test
    void theClockMovesTheDates() {
        client.controlled("POST", "clock", "{\"advanceSeconds\":86400}");
        HttpResponse<String> answer = client.control("GET", "clock", "");
        assertThat(answer.body()).contains("2026-11-22T10:00:00Z");
        assertThat(answer.headers().firstValue("Date")).contains("Sun, 22 Nov 2026 10:00:00 GMT");
    }

    @Test
    void countersCountAndStartAgain() {
        client.rseries("GET", "Item.json", "");
        client.rseries("GET", "Item/1.json", "");
        JsonNode counters = client.controlled("GET", "counters", "").path("rseries");
        assertThat(counters.path("requests").asInt()).isEqualTo(2);
        assertThat(counters.path("byStatus").path("200").asInt()).isEqualTo(1);
        assertThat(counters.path("byStatus").path("404").asInt()).isEqualTo(1);
        assertThat(client.controlled("DELETE", "counters", "")
                        .path("rseries")
                        .path("requests")
                        .asInt())
                .isZero();
    }

    @Test
    void whatIsUnknownIsRefusedByName() {
        refused(404, "POST", "sales", "{\"sku\":\"NONE\",\"quantity\":1}", "'NONE'");
        refused(404, "POST", "orders", "{\"sku\":\"NONE\",\"quantity\":1}", "'NONE'");
        refused(404, "GET", "state?sku=NONE", "", "'NONE'");
        refused(400, "GET", "state?name=x", "", "'name'");
        refused(400, "POST", "sales", "{\"sku\":\"A\",\"amount\":1}", "unknown field 'amount'");
        refused(400, "POST", "sales", "{\"sku\":\"A\"}", "'quantity' is missing");
        refused(400, "POST", "sales", "{\"sku\":1,\"quantity\":1}", "'sku' must be a text");
        refused(400, "POST", "pos-stock", body("\"x\""), "'quantity' must be a number");
        refused(400, "POST", "clock", "{\"advanceSeconds\":0.0001}", "'advanceSeconds'");
        refused(400, "POST", "sales", "no", "not JSON");
        refused(404, "GET", "weather", "", "'weather'");
        refused(405, "DELETE", "sales", "", "sales");
    }

    @Test
    void aFaultScriptMayBeAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("faults.json"), "[{\"do\":{\"kind\":\"status\"}}]");
        try (Sandbox faulty = Sandbox.start(settings.withFaultScript(file.toString()))) {
            assertThat(new Client(faulty).rseries("GET", "Item.json", "").statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void tokensAreRandomUnlessGiven() {
        try (Sandbox other = Sandbox.start(settings);
                Sandbox given = Sandbox.start(settings.withTokens("r", "s"))) {
            assertThat(other.rseriesToken()).isNotEqualTo(sandbox.rseriesToken());
            assertThat(given.rseriesToken()).isEqualTo("r");
            assertThat(given.shopifyToken()).isEqualTo("s");
        }
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> settings.withShopifyPlan("basic")).hasMessageContaining("basic");
        assertThatThrownBy(() -> settings.withRegisters(0)).hasMessageContaining("registers");
        assertThatThrownBy(() -> settings.withPort(-1)).hasMessageContaining("port");
        assertThatThrownBy(() -> settings.withSkus(-1)).hasMessageContaining("skus");
        assertThat(settings.withTokens("secret", "hidden").toString()).doesNotContain("secret", "hidden");
    }

    private void refused(int status, String method, String name, String body, String message) {
        HttpResponse<String> answer = client.control(method, name, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(message);
    }

    private String body(String quantity) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}";
    }
}
