package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String SET_TO_500 = "{\"ItemShops\":{\"ItemShop\":{\"shopID\":1,\"qoh\":500}}}";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withSkus(30));
    private final Client client = new Client(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aStatusHasThePlatformsShape() {
        fault("\"status\",\"status\":503,\"retryAfter\":\"2\"");
        HttpResponse<String> answer = client.rseries("GET", "Item.json", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("\"httpCode\":\"503\"");
        assertThat(client.rseries("GET", "Item.json", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aThrottlingStatusHasTheLimitersHeaders() {
        fault("\"status\",\"status\":429,\"retryAfter\":\"4\"");
        HttpResponse<String> answer = client.rseries("GET", "Item.json", "");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("4");
        assertThat(answer.headers().firstValue("X-LS-API-RateLimit-Type")).contains("api-leaky-bucket");
        assertThat(counters().path("throttled").asInt()).isEqualTo(1);
    }

    @Test
    void aRevokedTokenHasItsOwnShape() {
        fault("\"status\",\"status\":401");
        assertThat(client.rseries("GET", "Item.json", "").body()).contains("Access token has been revoked");
    }

    @Test
    void anHtmlPageComesWithStatus200AndNoEffect() {
        fault("\"html\"");
        HttpResponse<String> answer = client.rseries("PUT", "Item/1001.json", SET_TO_500);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
        assertThat(quantity()).isNotEqualTo("500");
    }

    @Test
    void aSlowAnswerComesInTheEnd() {
        fault("\"slow\",\"millis\":30");
        assertThat(client.rseries("PUT", "Item/1001.json", SET_TO_500).statusCode())
                .isEqualTo(200);
        assertThat(quantity()).isEqualTo("500");
    }

    @Test
    void aCutBeforeLeavesNoTrace() {
        fault("\"cut-before\"");
        cut();
        assertThat(quantity()).isNotEqualTo("500");
        assertThat(counters().path("writeRequests").asInt()).isEqualTo(1);
        assertThat(counters().path("writesHandled").asInt()).isZero();
        assertThat(counters().path("cut").asInt()).isEqualTo(1);
    }

    @Test
    void aCutAfterLeavesItsEffect() {
        fault("\"cut-after\"");
        cut();
        assertThat(quantity()).isEqualTo("500");
        assertThat(counters().path("writesHandled").asInt()).isEqualTo(1);
    }

    @Test
    void aLateEffectLandsAfterTheCut() {
        fault("\"late\",\"millis\":300");
        cut();
        assertThat(counters().path("late").asInt()).isEqualTo(1);
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (counters().path("lateDone").asInt() == 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(quantity()).isEqualTo("500");
    }

    @Test
    void aDuplicatePageRepeatsTheRowsAndLeadsOn() {
        fault("\"duplicate-page\"", "\"pathContains\":\"after=\"");
        List<List<JsonNode>> pages = client.pages("Item", "?limit=10");
        assertThat(pages).hasSize(4);
        assertThat(pages.get(1)).isEqualTo(pages.get(0));
        assertThat(pages.get(2)).isNotEqualTo(pages.get(0)).hasSize(10);
    }

    @Test
    void aTruncatedPageLacksRowsAndGoesOn() {
        fault("\"truncated-page\"", "\"pathContains\":\"after=\"");
        List<List<JsonNode>> pages = client.pages("Item", "?limit=10");
        assertThat(pages.stream().map(List::size)).containsExactly(10, 6, 10);
    }

    @Test
    void aFaultThatMeansNothingIsCountedAsIgnored() {
        fault("\"stale\"");
        assertThat(client.rseries("GET", "Item.json", "").statusCode()).isEqualTo(200);
        JsonNode rule = client.controlled("GET", "faults", "").path("rules").get(0);
        assertThat(rule.path("ignored").asInt()).isEqualTo(1);
    }

    @Test
    void rulesCountAndChooseTheirRequests() {
        client.controlled(
                "POST",
                "faults",
                "[{\"on\":{\"platform\":\"rseries\",\"method\":\"put\",\"bodyContains\":\"qoh\"},\"after\":2,"
                        + "\"do\":{\"kind\":\"status\",\"status\":500}}]");
        assertThat(client.rseries("GET", "Item.json", "").statusCode()).isEqualTo(200);
        assertThat(client.rseries("PUT", "Item/1001.json", SET_TO_500).statusCode())
                .isEqualTo(200);
        assertThat(client.rseries("PUT", "Item/1001.json", "{\"upc\":\"1\"}").statusCode())
                .isEqualTo(200);
        assertThat(client.rseries("PUT", "Item/1001.json", SET_TO_500).statusCode())
                .isEqualTo(500);
        JsonNode rule = client.controlled("GET", "faults", "").path("rules").get(0);
        assertThat(rule.path("matched").asInt()).isEqualTo(2);
        assertThat(rule.path("hit").asInt()).isEqualTo(1);
    }

    @Test
    void aClearedScriptDoesNothingMore() {
        client.controlled("POST", "faults", "[{\"times\":9,\"do\":{\"kind\":\"status\"}}]");
        assertThat(client.rseries("GET", "Item.json", "").statusCode()).isEqualTo(503);
        client.controlled("DELETE", "faults", "");
        assertThat(client.rseries("GET", "Item.json", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aScriptThatCannotBeReadIsRefused() {
        HttpResponse<String> answer = client.control("POST", "faults", "[{\"do\":{\"kind\":\"explode\"}}]");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unknown kind 'explode'");
    }

    private void fault(String kind, String... on) {
        client.controlled(
                "POST",
                "faults",
                "[{\"on\":{\"platform\":\"rseries\"" + (on.length == 0 ? "" : "," + on[0]) + "},\"do\":{\"kind\":"
                        + kind + "}}]");
    }

    private void cut() {
        assertThatThrownBy(() -> client.rseries("PUT", "Item/1001.json", SET_TO_500))
                .isInstanceOf(UncheckedIOException.class);
    }

    private String quantity() {
        return client.get("ItemShop.json?itemID=1001&shopID=1")
                .path("ItemShop")
                .path("qoh")
                .asText();
    }

    private JsonNode counters() {
        return client.controlled("GET", "counters", "").path("rseries");
    }
}
