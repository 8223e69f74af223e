package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** X-Series within a whole sandbox: over HTTP, with tills, counters and faults. */
class XSeriesSandboxTest {

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(60).withXseriesToken("given"));
    private final Client client = new Client(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aSaleAtAnOutletIsSeenThroughTheApi() {
        String sku = product(0).path("sku").asText();
        client.controlled("POST", "outlet-stock", body(sku, "2.5"));
        JsonNode level = client.controlled("POST", "outlet-sales", body(sku, "4"));
        assertThat(level.path("level").asText()).isEqualTo("-1.5");
        assertThat(level.path("productId")).isEqualTo(product(0).path("id"));
        JsonNode stock =
                ok("GET", "/api/2026-07/inventory/" + product(0).path("id").asText(), "");
        assertThat(stock).anySatisfy(row -> {
            assertThat(row.path("outlet_id").asText()).isEqualTo(sandbox.xseriesOutlet());
            assertThat(row.path("current_inventory_level").decimalValue()).isEqualByComparingTo("-1.5");
        });
        assertThat(client.controlled("GET", "state?sku=" + Client.encode(sku), "")
                        .at("/levels/" + sku + "/xseries/level")
                        .asText())
                .isEqualTo("-1.5");
    }

    @Test
    void anotherOutletAndAnotherLocationCanBeNamed() {
        JsonNode atStall = client.controlled("GET", "levels?outlet=Market+Stall&location=71000000002", "");
        String sku = atStall.at("/xseries/0/sku").asText();
        String named = body(sku, "3").replace("}", ",\"outlet\":\"Market Stall\"}");
        assertThat(client.controlled("POST", "outlet-stock", named)
                        .path("level")
                        .asText())
                .isEqualTo("3");
        assertThat(client.controlled("GET", "levels?outlet=Market+Stall", "")
                        .at("/xseries/0/level")
                        .asText())
                .isEqualTo("3");
        String web = atStall.at("/shopify/0/sku").asText();
        String second = body(web, "8").replace("}", ",\"location\":\"71000000002\"}");
        assertThat(client.controlled("POST", "shop-stock", second)
                        .path("available")
                        .asInt())
                .isEqualTo(8);
        assertThat(client.controlled("GET", "levels?location=71000000002", "")
                        .at("/shopify/0/available")
                        .asInt())
                .isEqualTo(8);
        refused(404, "outlet-sales", named.replace("Market Stall", "Old Pier"), "'Old Pier'");
        refused(404, "orders", second.replace("71000000002", "7"), "location '7'");
        refused(404, "outlet-sales", body("NONE", "1"), "'NONE'");
        refused(400, "outlet-sales", "{\"sku\":\"A\",\"quantity\":1,\"shop\":1}", "unknown field 'shop'");
    }

    @Test
    void theSecondLocationStocksMostVariants() {
        JsonNode levels = client.controlled("GET", "levels?location=71000000002", "");
        assertThat(levels.path("shopify")).hasSizeBetween(45, 55);
        assertThat(levels.path("shopify"))
                .isNotEqualTo(client.controlled("GET", "levels", "").path("shopify"));
    }

    @Test
    void aReadByPostCountsAsARead() {
        ok("POST", "/api/2026-07/inventory", "{}");
        JsonNode counters = client.controlled("GET", "counters", "").path("xseries");
        assertThat(counters.path("requests").asInt()).isEqualTo(1);
        assertThat(counters.path("writeRequests").asInt()).isZero();
        assertThat(counters.path("writesHandled").asInt()).isZero();
    }

    @Test
    void faultsOfItsPlatformMeetIt() {
        client.controlled(
                "POST",
                "faults",
                "[{\"on\":{\"platform\":\"xseries\",\"bodyContains\":\"size\"},\"do\":{\"kind\":\"status\",\"status\":429}}]");
        assertThat(send("POST", "/api/2026-07/inventory", "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> throttled = send("POST", "/api/2026-07/inventory", "{\"size\":1}");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After").orElse("")).endsWith("GMT");
        assertThat(client.controlled("GET", "counters", "")
                        .at("/xseries/throttled")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theStateCountsWhatThereIs() {
        JsonNode counts = client.controlled("GET", "state", "").at("/counts/xseries");
        assertThat(counts.path("products").asInt()).isBetween(55, 60);
        assertThat(counts.path("inventory").asInt()).isGreaterThan(60);
        assertThat(counts.path("outlets").asInt()).isEqualTo(3);
        assertThat(sandbox.xseriesToken()).isEqualTo("given");
        assertThat(SandboxSettings.defaults().withXseriesToken("hidden").toString())
                .doesNotContain("hidden");
    }

    private JsonNode product(int place) {
        return ok("GET", "/api/2.0/products", "").path("data").get(place);
    }

    private JsonNode ok(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.xseriesBaseUrl() + path))
                .header("Authorization", "Bearer " + sandbox.xseriesToken())
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private void refused(int status, String name, String body, String message) {
        HttpResponse<String> answer = client.control("POST", name, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(message);
    }

    private static String body(String sku, String quantity) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}";
    }
}
