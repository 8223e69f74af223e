package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Faults in the API's own forms. */
class XSeriesFaultTest {

    private static final String LIST = "/api/2.0/inventory";

    private final TestRetailer retailer = new TestRetailer(100);

    @Test
    void aStatusHasItsForm() {
        assertThat(status(403, Optional.empty()).body()).isEqualTo("{\"error\":\"permission denied\"}");
        assertThat(status(503, Optional.of("7")).headers()).containsEntry("Retry-After", "7");
        SandboxResponse throttled = status(429, Optional.empty());
        assertThat(throttled.headers()).containsEntry("Retry-After", "Sat, 21 Nov 2026 10:05:00 GMT");
        assertThat(throttled.body()).contains("Rate limiting enforced");
        assertThat(status(429, Optional.of("4")).headers()).containsEntry("Retry-After", "4");
    }

    @Test
    void aRepeatedPageLeadsOnToTheRowsLeftOut() {
        JsonNode first = retailer.get(LIST + "?after=0&page_size=10");
        long max = first.at("/version/max").asLong();
        JsonNode repeated = faulted(FaultKind.DUPLICATE_PAGE, "GET", LIST + "?page_size=10&after=" + max, "");
        assertThat(repeated).isEqualTo(first);
        assertThat(ignored(FaultKind.DUPLICATE_PAGE, "GET", LIST, "")).isTrue();
    }

    @Test
    void aRepeatedPageOfADescendingListAsWell() {
        JsonNode first = retailer.post("/api/2026-07/inventory", "{\"size\":10}");
        String next = "{\"size\":10,\"before\":" + first.get(9).path("version").asLong() + "}";
        assertThat(faulted(FaultKind.DUPLICATE_PAGE, "POST", "/api/2026-07/inventory", next))
                .isEqualTo(first);
    }

    @Test
    void aTruncatedPageLacksRowsAndGoesOnAsIfWhole() {
        JsonNode whole = retailer.get(LIST + "?page_size=9");
        JsonNode truncated = faulted(FaultKind.TRUNCATED_PAGE, "GET", LIST + "?page_size=9", "");
        assertThat(truncated.path("data")).hasSize(6);
        assertThat(truncated.path("version")).isEqualTo(whole.path("version"));
        assertThat(truncated.at("/data/5")).isEqualTo(whole.at("/data/8"));
        assertThat(ignored(FaultKind.TRUNCATED_PAGE, "GET", "/api/2.0/products?sku=x", ""))
                .isTrue();
        assertThat(ignored(FaultKind.TRUNCATED_PAGE, "GET", "/api/2.0/retailer", ""))
                .isTrue();
    }

    @Test
    void aWrongVersionAnswersInTheOtherContractsForm() {
        JsonNode bare = faulted(FaultKind.WRONG_VERSION, "GET", LIST, "");
        assertThat(bare.isArray()).isTrue();
        assertThat(bare.get(0).has("current_inventory_level")).isTrue();
        JsonNode enveloped = faulted(FaultKind.WRONG_VERSION, "POST", "/api/2026-07/inventory", "{}");
        assertThat(enveloped.at("/data/0").has("inventory_level")).isTrue();
        assertThat(enveloped.at("/version/max").isNumber()).isTrue();
        assertThat(ignored(FaultKind.WRONG_VERSION, "GET", "/api/2.0/products", ""))
                .isTrue();
        assertThat(ignored(FaultKind.STALE, "GET", LIST, "")).isTrue();
        assertThat(ignored(FaultKind.TRUNCATED_PAGE, "POST", "/api/2026-07/inventory", "no"))
                .isTrue();
    }

    private SandboxResponse status(int status, Optional<String> retryAfter) {
        return retailer.standIn
                .faulted(
                        TestRetailer.request("GET", LIST, ""),
                        new Fault(FaultKind.STATUS, status, retryAfter, Duration.ZERO))
                .orElseThrow();
    }

    private JsonNode faulted(FaultKind kind, String method, String path, String body) {
        return Json.read(retailer.standIn
                .faulted(TestRetailer.request(method, path, body), Fault.of(kind))
                .orElseThrow()
                .body());
    }

    private boolean ignored(FaultKind kind, String method, String path, String body) {
        return retailer.standIn
                .faulted(TestRetailer.request(method, path, body), Fault.of(kind))
                .isEmpty();
    }
}
