package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What queries cost, and what happens when the points are gone. */
class ShopifyCostTest {

    private static final String FLAT = "{ productVariants(first: 250) { nodes { id sku } pageInfo { hasNextPage } } }";
    private static final String DEAR =
            "{ productVariants(first: 250) { nodes { inventoryItem { inventoryLevels(first: 5)"
                    + " { nodes { id location { id } item { id } } } } } } }";

    @Test
    void aFlatPageOf250RowsCosts13() {
        JsonNode cost = TestShop.of(300).ask(FLAT).at("/extensions/cost");
        assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(13);
        assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(13);
    }

    @Test
    void aPageOfFewRowsGivesTheDifferenceBack() {
        JsonNode cost = TestShop.of(3, "standard").ask(FLAT).at("/extensions/cost");
        assertThat(cost.path("actualQueryCost").asInt()).isBetween(2, 5);
        assertThat(cost.at("/throttleStatus/currentlyAvailable").asInt())
                .isEqualTo(2000 - cost.path("actualQueryCost").asInt());
    }

    @Test
    void aMutationCosts10() {
        TestShop shop = TestShop.of(1);
        JsonNode body = shop.ask(TestShop.SET, Map.of("input", TestShop.available(TestShop.row(1, 10, 9)), "key", "k"));
        assertThat(body.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(10);
        assertThat(body.at("/extensions/cost/actualQueryCost").asInt()).isEqualTo(10);
    }

    @Test
    void theRateGoesByThePlan() {
        for (Map.Entry<String, Integer> plan :
                Map.of("standard", 100, "advanced", 200, "plus", 1000).entrySet()) {
            JsonNode status = TestShop.of(1, plan.getKey()).ask("{shop{id}}").at("/extensions/cost/throttleStatus");
            assertThat(status.path("restoreRate").asInt()).isEqualTo(plan.getValue());
            assertThat(status.path("maximumAvailable").asInt()).isEqualTo(plan.getValue() * 20);
        }
    }

    @Test
    void numbersComeWithAndWithoutAPoint() {
        TestShop shop = TestShop.of(1);
        List<String> seen = List.of(
                shop.ask("{shop{id}}")
                        .at("/extensions/cost/throttleStatus/maximumAvailable")
                        .toString(),
                shop.ask("{shop{id}}")
                        .at("/extensions/cost/throttleStatus/maximumAvailable")
                        .toString());
        assertThat(seen).containsExactlyInAnyOrder("20000", "20000.0");
    }

    @Test
    void aQueryOver1000PointsIsNeverRun() {
        JsonNode body = TestShop.of(3)
                .ask("{ productVariants(first: 250) { nodes { inventoryItem { variants(first: 250) { nodes {"
                        + " inventoryItem { inventoryLevels(first: 250) { nodes { id } } } } } } } } }");
        assertThat(TestShop.errorCode(body)).isEqualTo("MAX_COST_EXCEEDED");
        assertThat(body.at("/errors/0/extensions/cost").isInt()).isTrue();
        assertThat(body.at("/errors/0/extensions/cost").asInt()).isGreaterThan(1000);
        assertThat(body.has("extensions")).isFalse();
        assertThat(body.has("data")).isFalse();
    }

    @Test
    void withoutEnoughPointsACallIsThrottledWithStatus200AndTheClockRestoresThem() {
        TestShop shop = TestShop.of(300, "standard");
        JsonNode throttled = untilThrottled(shop);
        assertThat(throttled.has("data")).isFalse();
        assertThat(throttled.at("/extensions/cost/actualQueryCost").isNull()).isTrue();
        int requested = throttled.at("/extensions/cost/requestedQueryCost").asInt();
        int available = throttled
                .at("/extensions/cost/throttleStatus/currentlyAvailable")
                .asInt();
        assertThat(requested).isGreaterThan(available);

        shop.clock.advance(Duration.ofMillis((requested - available) * 10L - 20));
        assertThat(TestShop.errorCode(shop.ask(DEAR))).isEqualTo("THROTTLED");
        shop.clock.advance(Duration.ofMillis(30));
        assertThat(shop.ask(DEAR).has("data")).isTrue();
    }

    @Test
    void aThrottledAnswerHasNoRetryAfter() {
        TestShop shop = TestShop.of(300, "standard");
        untilThrottled(shop);
        SandboxResponse answer = shop.standIn.handle(TestShop.request(DEAR, Map.of()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("Retry-After");
    }

    private static JsonNode untilThrottled(TestShop shop) {
        for (int i = 0; i < 100; i++) {
            JsonNode body = shop.ask(DEAR);
            if (TestShop.errorCode(body).equals("THROTTLED")) {
                return body;
            }
        }
        throw new AssertionError("a hundred dear queries were all admitted");
    }

    @Test
    void aNodesQueryCostsByItsIds() {
        TestShop shop = TestShop.of(3);
        JsonNode body = shop.ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on InventoryItem { inventoryLevel(locationId: \""
                        + TestShop.main() + "\") { id } } ... on ProductVariant { sku } } }",
                Map.of("ids", List.of(TestShop.itemId(1), TestShop.itemId(2))));
        assertThat(body.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(4);
        assertThat(body.at("/data/nodes")).hasSize(2);
    }
}
