package io.tallyport.sandbox.shopify;

import static io.tallyport.sandbox.shopify.TestShop.available;
import static io.tallyport.sandbox.shopify.TestShop.blind;
import static io.tallyport.sandbox.shopify.TestShop.code;
import static io.tallyport.sandbox.shopify.TestShop.input;
import static io.tallyport.sandbox.shopify.TestShop.row;
import static io.tallyport.sandbox.shopify.TestShop.uncompared;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.control.ShopLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Setting quantities, rule by rule. */
class ShopifySetQuantitiesTest {

    private final TestShop shop = TestShop.of(300);

    private ShopLevel level(int number) {
        return shop.standIn.level("SKU-" + number).orElseThrow();
    }

    @Test
    void settingAvailableMovesOnHandByTheSameDelta() {
        JsonNode payload = shop.set(available(row(1, 10, 4)));
        assertThat(payload.path("userErrors")).isEmpty();
        assertThat(level(1)).isEqualTo(new ShopLevel("SKU-1", 4, 2, 6));
        JsonNode changes = payload.at("/inventoryAdjustmentGroup/changes");
        assertThat(changes.findValuesAsText("name")).containsExactly("available", "on_hand");
        assertThat(changes.findValuesAsText("delta")).containsExactly("-6", "-6");
        assertThat(changes.findValues("quantityAfterChange")).allMatch(JsonNode::isNull);
    }

    @Test
    void settingOnHandMovesAvailable() {
        JsonNode payload = shop.set(input("on_hand", List.of(row(1, 12, 5))));
        assertThat(payload.path("userErrors")).isEmpty();
        assertThat(level(1)).isEqualTo(new ShopLevel("SKU-1", 3, 2, 5));
    }

    @Test
    void anExplicitNullOverwritesWithoutComparing() {
        shop.standIn.order("SKU-1", 3);
        assertThat(shop.set(available(blind(1, 20))).path("userErrors")).isEmpty();
        assertThat(level(1)).isEqualTo(new ShopLevel("SKU-1", 20, 5, 25));
    }

    @Test
    void withoutTheDirectiveTheCallIsABadRequest() {
        JsonNode body = shop.ask(
                "mutation($input: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $input)"
                        + " { userErrors { code } } }",
                Map.of("input", available(row(1, 10, 4))));
        assertThat(TestShop.errorCode(body)).isEqualTo("BAD_REQUEST");
        assertThat(body.at("/errors/0/message").asText())
                .isEqualTo("The @idempotent directive is required for this mutation but was not provided.");
        assertThat(body.at("/data/inventorySetQuantities").isNull()).isTrue();
        assertThat(level(1).available()).isEqualTo(10);
    }

    @Test
    void withoutChangeFromQuantityTheCallFails() {
        JsonNode body = shop.ask(TestShop.SET, Map.of("input", available(uncompared(1, 4)), "key", "k"));
        assertThat(TestShop.errorCode(body)).isEqualTo("INVALID_FIELD_ARGUMENTS");
        assertThat(body.at("/errors/0/message").asText())
                .isEqualTo("InventoryQuantityInput must include the following argument: changeFromQuantity.");
        assertThat(level(1).available()).isEqualTo(10);
    }

    @Test
    void aCallTurnedAwayForItsArgumentsLeavesTheKeyFree() {
        shop.ask(TestShop.SET, Map.of("input", available(uncompared(1, 4)), "key", "k"));
        assertThat(shop.set(available(row(1, 10, 4)), "k").path("userErrors")).isEmpty();
    }

    @Test
    void oneStaleRowRefusesTheWholeCall() {
        shop.standIn.order("SKU-2", 1);
        JsonNode payload = shop.set(available(row(1, 10, 4), row(2, 10, 4)));
        assertThat(code(payload)).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(payload.at("/userErrors/0/message").asText())
                .isEqualTo("The changeFromQuantity argument no longer matches the persisted quantity.");
        assertThat(payload.path("userErrors")).hasSize(1);
        assertThat(payload.path("inventoryAdjustmentGroup").isNull()).isTrue();
        assertThat(level(1).available()).isEqualTo(10);
        assertThat(level(2).available()).isEqualTo(9);
    }

    @Test
    void aStaleAnswerNamesItsRowEveryOtherTime() {
        JsonNode first = shop.set(available(row(1, 10, 10), row(2, 11, 4)));
        JsonNode second = shop.set(available(row(1, 10, 10), row(2, 11, 4)));
        assertThat(first.at("/userErrors/0/field").toString())
                .isEqualTo("[\"input\",\"quantities\",\"1\",\"changeFromQuantity\"]");
        assertThat(second.at("/userErrors/0/field").isNull()).isTrue();
    }

    @Test
    void theSameLevelTwiceIsRefused() {
        assertThat(code(shop.set(available(row(1, 10, 4), row(1, 10, 5)))))
                .isEqualTo("NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    }

    @Test
    void onlyAvailableAndOnHandCanBeSet() {
        assertThat(code(shop.set(input("committed", List.of(row(1, 2, 4)))))).isEqualTo("INVALID_NAME");
    }

    @Test
    void anUnknownReasonIsRefused() {
        Map<String, Object> input = available(row(1, 10, 4));
        input.put("reason", "because");
        JsonNode payload = shop.set(input);
        assertThat(code(payload)).isEqualTo("INVALID_REASON");
        assertThat(payload.at("/userErrors/0/field").toString()).isEqualTo("[\"input\",\"reason\"]");
    }

    @Test
    void aDocumentNeedsAScheme() {
        Map<String, Object> input = available(row(1, 10, 4));
        input.put("referenceDocumentUri", "plan 17");
        assertThat(code(shop.set(input))).isEqualTo("INVALID_REFERENCE_DOCUMENT");
        input.put("referenceDocumentUri", "gid://tallyport/Plan/17");
        assertThat(shop.set(input).path("userErrors")).isEmpty();
    }

    @Test
    void quantitiesHaveBounds() {
        assertThat(code(shop.set(input("on_hand", List.of(blind(1, -1)))))).isEqualTo("INVALID_QUANTITY_NEGATIVE");
        assertThat(code(shop.set(available(blind(1, 1_000_000_001))))).isEqualTo("INVALID_QUANTITY_TOO_HIGH");
        assertThat(code(shop.set(available(blind(1, -1_000_000_001))))).isEqualTo("INVALID_QUANTITY_TOO_LOW");
        assertThat(shop.set(available(blind(1, -5))).path("userErrors")).isEmpty();
        assertThat(level(1)).isEqualTo(new ShopLevel("SKU-1", -5, 2, -3));
    }

    @Test
    void unknownItemsAndLocationsAreNamed() {
        Map<String, Object> item = row(1, 10, 4);
        item.put("inventoryItemId", "gid://shopify/InventoryItem/17");
        Map<String, Object> place = row(2, 10, 4);
        place.put("locationId", "gid://shopify/Location/17");
        JsonNode payload = shop.set(available(item, place));
        assertThat(payload.path("userErrors").findValuesAsText("code"))
                .containsExactly("INVALID_INVENTORY_ITEM", "INVALID_LOCATION");
        assertThat(payload.at("/userErrors/1/field").toString())
                .isEqualTo("[\"input\",\"quantities\",\"1\",\"locationId\"]");
    }

    @Test
    void moreThan250RowsAreRefusedBeforeAnythingRuns() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 251; i++) {
            rows.add(row(i, 10, 4));
        }
        JsonNode body = shop.ask(TestShop.SET, Map.of("input", input("available", rows), "key", "k"));
        assertThat(TestShop.errorCode(body)).isEqualTo("MAX_INPUT_SIZE_EXCEEDED");
        assertThat(body.at("/errors/0/message").asText())
                .isEqualTo("The input array size of 251 is greater than the maximum allowed of 250.");
        assertThat(body.has("data")).isFalse();
        assertThat(body.at("/extensions/cost/actualQueryCost").isNull()).isTrue();
        assertThat(shop.set(input("available", rows.subList(0, 250))).path("userErrors"))
                .isEmpty();
    }

    @Test
    void noChangeIsSuccessWithoutAGroup() {
        JsonNode payload = shop.set(available(row(1, 10, 10)));
        assertThat(payload.path("inventoryAdjustmentGroup").isNull()).isTrue();
        assertThat(payload.path("userErrors")).isEmpty();
    }

    @Test
    void anInactiveLevelAcceptsQuantities() {
        TestShop inactive = TestShop.with(TestShop.item(1, "A", true, false));
        assertThat(inactive.set(available(row(1, 10, 4))).path("userErrors")).isEmpty();
        assertThat(inactive.standIn.level("A").orElseThrow().available()).isEqualTo(4);
    }

    @Test
    void versionsBefore202604NeedNoKeyButAnActiveLevel() {
        TestShop inactive = TestShop.with(TestShop.item(1, "A", true, false), TestShop.item(2, "B"));
        String query = "mutation($input: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $input)"
                + " { userErrors { code } } }";
        assertThat(oldVersion(inactive, query, available(row(1, 10, 4)))).isEqualTo("ITEM_NOT_STOCKED_AT_LOCATION");
        assertThat(oldVersion(inactive, query, available(uncompared(2, 4)))).isEqualTo("COMPARE_QUANTITY_REQUIRED");
        assertThat(oldVersion(inactive, query, available(row(2, 10, 4)))).isEmpty();
        assertThat(inactive.standIn.level("B").orElseThrow().available()).isEqualTo(4);
    }

    private static String oldVersion(TestShop shop, String query, Map<String, Object> input) {
        JsonNode body = TestShop.read(shop.standIn.handle(
                TestShop.request("2026-01", TestShop.TOKEN, TestShop.body(query, Map.of("input", input)))));
        return code(body.at("/data/inventorySetQuantities"));
    }
}
