package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bulk operations over real HTTP. */
class BulkDownloadTest {

    private static final String RUN =
            "mutation { bulkOperationRunQuery(query: \"{ productVariants { edges { node { id sku"
                    + " } } } }\") { bulkOperation { id } userErrors { message } } }";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withSkus(300));
    private final Client client = new Client(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode finished() {
        String id = Json.read(client.shopify(RUN).body())
                .at("/data/bulkOperationRunQuery/bulkOperation/id")
                .asText();
        String look = "{ bulkOperation(id: \"" + id + "\") { status url objectCount } }";
        JsonNode seen = Json.object();
        while (!seen.path("status").asText().equals("COMPLETED")) {
            sandbox.clock().advance(Duration.ofSeconds(1));
            seen = Json.read(client.shopify(look).body()).at("/data/bulkOperation");
        }
        return seen;
    }

    private HttpResponse<String> fetch(String url) {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private void fault(String kind) {
        client.controlled("POST", "faults", "[{\"on\":{\"platform\":\"storage\"},\"do\":{\"kind\":" + kind + "}}]");
    }

    @Test
    void theResultIsFetchedFromThisServer() {
        JsonNode operation = finished();
        HttpResponse<String> answer = fetch(operation.path("url").asText());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines().count())
                .isEqualTo(operation.path("objectCount").asLong());
    }

    @Test
    void aCutDownloadIsNoticedByItsLength() {
        String url = finished().path("url").asText();
        fault("\"cut-after\"");
        assertThatThrownBy(() -> fetch(url)).isInstanceOf(UncheckedIOException.class);
        assertThat(fetch(url).statusCode()).isEqualTo(200);
        JsonNode counters = client.controlled("GET", "counters", "").path("storage");
        assertThat(counters.path("requests").asInt()).isEqualTo(2);
        assertThat(counters.path("cut").asInt()).isEqualTo(1);
    }

    @Test
    void otherFaultsReachTheStorageToo() {
        String url = finished().path("url").asText();
        String whole = fetch(url).body();
        fault("\"truncated-page\"");
        assertThat(fetch(url).body()).isSubstringOf(whole).hasSizeLessThan(whole.length());
        fault("\"slow\",\"millis\":30");
        assertThat(fetch(url).body()).isEqualTo(whole);
        fault("\"html\"");
        assertThat(fetch(url).body()).startsWith("<!DOCTYPE html>");
        fault("\"stale\"");
        assertThat(fetch(url).body()).isEqualTo(whole);
        JsonNode rules = client.controlled("GET", "faults", "").path("rules");
        assertThat(rules.get(3).path("ignored").asInt()).isEqualTo(1);
    }

    @Test
    void aBulkReadIsNoWrite() {
        finished();
        JsonNode counters = client.controlled("GET", "counters", "").path("shopify");
        assertThat(counters.path("writeRequests").asInt()).isZero();
        assertThat(counters.path("writesHandled").asInt()).isZero();
    }

    @Test
    void thePaceAndTheNextFailureAreSetByControl() {
        client.controlled("POST", "bulk/pace", "{\"secondsPerThousandRows\":3600}");
        client.controlled("POST", "bulk/fail", "{\"errorCode\":\"TIMEOUT\"}");
        String id = Json.read(client.shopify(RUN).body())
                .at("/data/bulkOperationRunQuery/bulkOperation/id")
                .asText();
        assertThat(client.controlled("GET", "bulk", "")
                        .at("/operations")
                        .path(id)
                        .asText())
                .isEqualTo("RUNNING");
        assertThat(client.control("POST", "bulk/fail", "{\"errorCode\":\"LATER\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.control("POST", "bulk/pace", "{\"secondsPerThousandRows\":-1}")
                        .statusCode())
                .isEqualTo(400);
    }
}
