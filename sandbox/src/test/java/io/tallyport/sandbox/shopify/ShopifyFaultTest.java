package io.tallyport.sandbox.shopify;

import static io.tallyport.sandbox.shopify.TestShop.available;
import static io.tallyport.sandbox.shopify.TestShop.blind;
import static io.tallyport.sandbox.shopify.TestShop.code;
import static io.tallyport.sandbox.shopify.TestShop.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.control.ShopLevel;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scripted faults in Shopify's shapes. */
class ShopifyFaultTest {

    private static final String VARIANTS =
            "query($after: String) { productVariants(first: 10, after: $after) { nodes { sku } edges { cursor }"
                    + " pageInfo { hasNextPage endCursor } } }";

    private final TestShop shop = TestShop.of(30);

    private static Fault status(int status) {
        return new Fault(FaultKind.STATUS, status, Optional.of("2.0"), Duration.ZERO);
    }

    @Test
    void tooManyRequestsIsThrottledWithStatus200() {
        SandboxResponse answer = shop.standIn
                .faulted(TestShop.request(VARIANTS, Map.of()), status(429))
                .orElseThrow();
        JsonNode body = TestShop.read(answer);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("Retry-After");
        assertThat(TestShop.errorCode(body)).isEqualTo("THROTTLED");
        assertThat(body.at("/extensions/cost/requestedQueryCost").asInt())
                .isGreaterThan(body.at("/extensions/cost/throttleStatus/currentlyAvailable")
                        .asInt());
    }

    @Test
    void aServerErrorHasErrorsAsAString() {
        SandboxResponse answer = shop.standIn
                .faulted(TestShop.request(VARIANTS, Map.of()), status(503))
                .orElseThrow();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Retry-After", "2.0");
        assertThat(TestShop.read(answer).path("errors").isTextual()).isTrue();
    }

    @Test
    void anOrderJustBeforeTheWriteMakesItStale() {
        Map<String, Object> variables = Map.of("input", available(row(1, 10, 4), row(2, 10, 4)), "key", "k");
        JsonNode body =
                shop.faulted(TestShop.SET, variables, Fault.of(FaultKind.STALE)).orElseThrow();
        assertThat(code(body.at("/data/inventorySetQuantities"))).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(shop.standIn.level("SKU-1")).contains(new ShopLevel("SKU-1", 9, 3, 12));
        assertThat(shop.standIn.level("SKU-2")).contains(new ShopLevel("SKU-2", 10, 2, 12));
    }

    @Test
    void aBlindWriteSwallowsThatOrder() {
        Map<String, Object> variables = Map.of("input", available(blind(1, 4)), "key", "k");
        assertThat(shop.faulted(TestShop.SET, variables, Fault.of(FaultKind.STALE)))
                .isPresent();
        assertThat(shop.standIn.level("SKU-1")).contains(new ShopLevel("SKU-1", 4, 3, 7));
    }

    @Test
    void staleMeansNothingForAQuery() {
        assertThat(shop.faulted(VARIANTS, Map.of(), Fault.of(FaultKind.STALE))).isEmpty();
    }

    @Test
    void anotherVersionAnswersAndTheRequestTakesEffect() {
        Map<String, Object> variables = Map.of("input", available(row(1, 10, 4)), "key", "k");
        SandboxResponse answer = shop.standIn
                .faulted(TestShop.request(TestShop.SET, variables), Fault.of(FaultKind.WRONG_VERSION))
                .orElseThrow();
        assertThat(answer.headers()).containsEntry("X-Shopify-API-Version", "2026-10");
        assertThat(shop.standIn.level("SKU-1").orElseThrow().available()).isEqualTo(4);
    }

    @Test
    void aTruncatedPageLacksARowAndPagingGoesOn() {
        JsonNode page = shop.faulted(VARIANTS, Map.of(), Fault.of(FaultKind.TRUNCATED_PAGE))
                .orElseThrow()
                .at("/data/productVariants");
        assertThat(page.path("nodes")).hasSize(9);
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        JsonNode next = next(page);
        assertThat(next.at("/nodes/0/sku").asText()).isEqualTo("SKU-11");
    }

    private JsonNode next(JsonNode page) {
        return shop.ask(VARIANTS, Map.of("after", page.at("/pageInfo/endCursor").asText()))
                .at("/data/productVariants");
    }

    @Test
    void aDuplicatePageRepeatsTheOneBeforeAndLosesNothing() {
        JsonNode first = shop.ask(VARIANTS).at("/data/productVariants");
        Map<String, Object> variables =
                Map.of("after", first.at("/pageInfo/endCursor").asText());
        JsonNode again = shop.faulted(VARIANTS, variables, Fault.of(FaultKind.DUPLICATE_PAGE))
                .orElseThrow()
                .at("/data/productVariants");
        assertThat(again.path("nodes")).isEqualTo(first.path("nodes"));
        assertThat(next(again).at("/nodes/0/sku").asText()).isEqualTo("SKU-11");
    }

    @Test
    void theFirstPageHasNoneToRepeat() {
        assertThat(shop.faulted(VARIANTS, Map.of(), Fault.of(FaultKind.DUPLICATE_PAGE)))
                .isEmpty();
    }

    @Test
    void pageFaultsLeaveWritesAlone() {
        Map<String, Object> variables = Map.of("input", available(row(1, 10, 4)), "key", "k");
        for (FaultKind kind : List.of(FaultKind.TRUNCATED_PAGE, FaultKind.DUPLICATE_PAGE)) {
            assertThat(shop.faulted(TestShop.SET, new LinkedHashMap<>(variables), Fault.of(kind)))
                    .isEmpty();
        }
        assertThat(shop.standIn.level("SKU-1").orElseThrow().available()).isEqualTo(10);
    }
}
