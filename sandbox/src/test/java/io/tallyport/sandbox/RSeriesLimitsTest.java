package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RSeriesLimitsTest {

    private final SandboxSettings settings = SandboxSettings.defaults()
            .withSkus(10)
            .withBaseClock(Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
    private Sandbox sandbox = Sandbox.start(settings);
    private Client client = new Client(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aPlainReadCostsOneAndRelationsOnListsCostDouble() {
        assertThat(header(read("Shop.json"), "X-LS-API-Request-Cost")).isEqualTo("1");
        assertThat(header(read("Item/1001.json?load_relations=%5B%22ItemShops%22%5D"), "X-LS-API-Request-Cost"))
                .isEqualTo("1.2");
        HttpResponse<String> list = read("Item.json?load_relations=%5B%22ItemShops%22,%22Category%22%5D");
        assertThat(header(list, "X-LS-API-Request-Cost")).isEqualTo("1.6");
        assertThat(header(list, "X-LS-API-Bucket-Level")).isEqualTo("3.8/90");
        assertThat(header(list, "X-LS-API-Burst-Level")).isEqualTo("3/20");
        assertThat(header(list, "X-LS-API-Drip-Rate")).isEqualTo("1");
    }

    @Test
    void countingCostsTenAndNestedEntitiesHalf() {
        assertThat(header(read("Item.json?count=1"), "X-LS-API-Request-Cost")).isEqualTo("10");
        HttpResponse<String> write = client.rseries(
                "PUT",
                "Item/1001.json",
                "{\"ItemShops\":{\"ItemShop\":[{\"shopID\":1,\"qoh\":1},{\"shopID\":2,\"qoh\":1}]}}");
        assertThat(header(write, "X-LS-API-Request-Cost")).isEqualTo("2");
    }

    @Test
    void theFirstToOverflowPassesAndTheNextIsThrottled() {
        for (int i = 0; i < 8; i++) {
            read("Item.json?count=1");
        }
        read("Item/1001.json?load_relations=%5B%22ItemShops%22%5D");
        HttpResponse<String> full = read("Item.json?count=1");
        assertThat(full.statusCode()).isEqualTo(200);
        assertThat(header(full, "X-LS-API-Bucket-Level")).isEqualTo("91.2/90");
        HttpResponse<String> throttled = read("Shop.json");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(header(throttled, "Retry-After")).isEqualTo("2");
        assertThat(header(throttled, "X-LS-API-RateLimit-Type")).isEqualTo("api-leaky-bucket");
        assertThat(throttled.body()).contains("\"httpCode\":\"429\"");
        sandbox.clock().advance(Duration.ofSeconds(2));
        assertThat(read("Shop.json").statusCode()).isEqualTo(200);
    }

    @Test
    void twentyInASecondAreTheMost() {
        for (int i = 0; i < 20; i++) {
            assertThat(read("Shop.json").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> throttled = read("Shop.json");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(header(throttled, "X-LS-API-RateLimit-Type")).isEqualTo("api-burst-limiter");
        assertThat(header(throttled, "Retry-After")).isEqualTo("1");
        sandbox.clock().advance(Duration.ofMillis(999));
        assertThat(read("Shop.json").statusCode()).isEqualTo(429);
        sandbox.clock().advance(Duration.ofMillis(1));
        assertThat(read("Shop.json").statusCode()).isEqualTo(200);
    }

    @Test
    void furtherRegistersMakeTheBucketLargerAndFaster() {
        sandbox.close();
        sandbox = Sandbox.start(settings.withRegisters(2));
        client = new Client(sandbox);
        HttpResponse<String> answer = read("Shop.json");
        assertThat(header(answer, "X-LS-API-Bucket-Level")).isEqualTo("1/100");
        assertThat(header(answer, "X-LS-API-Drip-Rate")).isEqualTo("1.5");
    }

    private HttpResponse<String> read(String pathAndQuery) {
        return client.rseries("GET", pathAndQuery, "");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("no " + name);
    }
}
