package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens, limits, withdrawn versions and the forms of errors. */
class XSeriesDoorTest {

    private final TestRetailer retailer = new TestRetailer(5);

    @Test
    void aMissingOrWrongTokenIsToldSo() {
        for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("authorization", "Bearer wrong"))) {
            SandboxResponse answer =
                    retailer.standIn.handle(new SandboxRequest("GET", "/api/2.0/retailer", Map.of(), headers, ""));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"error\":\"Access token is not valid\"}");
        }
    }

    @Test
    void whatIsNotThereIsToldSo() {
        assertThat(retailer.call("GET", "/api/2.0/products/none", "").body())
                .isEqualTo("{\"error\":\"product not found\"}");
        assertThat(retailer.call("GET", "/api/2.0/outlets/none", "").status()).isEqualTo(404);
        assertThat(retailer.call("GET", "/api/2.0/weather", "").status()).isEqualTo(404);
        assertThat(retailer.call("GET", "/api/3.0/products", "").status()).isEqualTo(404);
        assertThat(retailer.call("GET", "/api/2.0/products?after=x", "").status())
                .isEqualTo(400);
        assertThat(retailer.call("GET", "/api/2.0/search?type=stock", "").status())
                .isEqualTo(400);
        assertThat(retailer.call("GET", "/api/2.0/search?type=products&colour=red", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theOldestProductResourcesAreGone() {
        assertThat(retailer.call("GET", "/api/products", "").status()).isEqualTo(410);
        assertThat(retailer.call("GET", "/api/products/1", "").status()).isEqualTo(410);
    }

    @Test
    void eachAnswerTellsWhatIsLeftOfTheWindow() {
        assertThat(header(call(), "X-RateLimit-Limit")).isEqualTo("350");
        assertThat(header(call(), "X-RateLimit-Remaining")).isEqualTo("348");
        assertThat(new TestRetailer(5, 3).call("GET", "/api/2.0/retailer", "").headers())
                .containsEntry("X-RateLimit-Limit", "950");
    }

    @Test
    void aWindowUsedUpNamesTheTimeOfTheNext() {
        for (int i = 0; i < 350; i++) {
            assertThat(call().status()).isEqualTo(200);
        }
        SandboxResponse throttled = call();
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.body())
                .isEqualTo("{\"error\":\"Too Many Requests\",\"message\":\"Rate limiting enforced\"}");
        assertThat(header(throttled, "X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(header(throttled, "Retry-After")).isEqualTo("Sat, 21 Nov 2026 10:05:00 GMT");
        retailer.clock.advance(Duration.ofSeconds(239));
        assertThat(call().status()).isEqualTo(429);
        retailer.clock.advance(Duration.ofSeconds(1));
        assertThat(call().status()).isEqualTo(200);
    }

    private SandboxResponse call() {
        return retailer.call("GET", "/api/2.0/retailer", "");
    }

    private static String header(SandboxResponse response, String name) {
        return response.headers().getOrDefault(name, "no " + name);
    }
}
