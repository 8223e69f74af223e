package io.tallyport.sandbox.shopify;

import static io.tallyport.sandbox.shopify.TestShop.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.control.ShopLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stocking items at locations, and adjusting by deltas. */
class ShopifyActivateAndAdjustTest {

    private static final String ACTIVATE = """
            mutation($id: ID!, $place: ID!, $available: Int, $key: String!) {
              inventoryActivate(inventoryItemId: $id, locationId: $place, available: $available) @idempotent(key: $key) {
                inventoryLevel { id isActive quantities(names: ["available", "on_hand"]) { name quantity } }
                userErrors { field message }
              }
            }""";
    private static final String ADJUST = """
            mutation($input: InventoryAdjustQuantitiesInput!, $key: String!) {
              inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
                inventoryAdjustmentGroup { changes { name delta } }
                userErrors { field message code }
              }
            }""";

    private final TestShop shop = TestShop.with(
            TestShop.item(1, "A"), TestShop.item(2, "B", true, false), TestShop.item(3, "C", false, false));

    private JsonNode activate(int item, Map<String, ?> more) {
        Map<String, Object> variables = new LinkedHashMap<>(more);
        variables.put("id", TestShop.itemId(item));
        variables.putIfAbsent("place", TestShop.main());
        variables.put("key", UUID.randomUUID().toString());
        return shop.ask(ACTIVATE, variables).at("/data/inventoryActivate");
    }

    @Test
    void anUnstockedItemStartsEmpty() {
        JsonNode payload = activate(3, Map.of());
        assertThat(payload.path("userErrors")).isEmpty();
        assertThat(payload.at("/inventoryLevel/isActive").asBoolean()).isTrue();
        assertThat(payload.at("/inventoryLevel/quantities").findValuesAsText("quantity"))
                .containsExactly("0", "0");
    }

    @Test
    void anUnstockedItemCanStartWithAQuantity() {
        assertThat(activate(3, Map.of("available", 7))
                        .at("/inventoryLevel/quantities")
                        .findValuesAsText("quantity"))
                .containsExactly("7", "7");
    }

    @Test
    void becomingActiveAgainKeepsTheQuantities() {
        JsonNode payload = activate(2, Map.of());
        assertThat(payload.at("/inventoryLevel/isActive").asBoolean()).isTrue();
        assertThat(payload.at("/inventoryLevel/quantities").findValuesAsText("quantity"))
                .containsExactly("10", "12");
    }

    @Test
    void quantitiesForAnActiveLevelAreRefusedWithTheLevelStillGiven() {
        JsonNode payload = activate(1, Map.of("available", 7));
        assertThat(payload.at("/userErrors/0/message").asText())
                .isEqualTo("Not allowed to set available quantity when the item is already active at the location.");
        assertThat(payload.at("/inventoryLevel/quantities").findValuesAsText("quantity"))
                .containsExactly("10", "12");
    }

    @Test
    void activatingAnActiveLevelIsFine() {
        assertThat(activate(1, Map.of()).path("userErrors")).isEmpty();
    }

    @Test
    void anUnknownLocationIsAUserErrorWithoutLevel() {
        JsonNode payload = activate(1, Map.of("place", "gid://shopify/Location/17"));
        assertThat(payload.at("/userErrors/0/field").toString()).isEqualTo("[\"locationId\"]");
        assertThat(payload.path("inventoryLevel").isNull()).isTrue();
    }

    @Test
    void activationNeedsAKey() {
        JsonNode body = shop.ask(
                "mutation($id: ID!, $place: ID!) { inventoryActivate(inventoryItemId: $id, locationId: $place)"
                        + " { inventoryLevel { id } } }",
                Map.of("id", TestShop.itemId(3), "place", TestShop.main()));
        assertThat(TestShop.errorCode(body)).isEqualTo("BAD_REQUEST");
    }

    private JsonNode adjust(String name, Map<String, ?> more) {
        Map<String, Object> change = new LinkedHashMap<>(more);
        change.put("inventoryItemId", TestShop.itemId(1));
        change.put("locationId", TestShop.main());
        Map<String, Object> input = Map.of("name", name, "reason", "correction", "changes", List.of(change));
        return shop.ask(ADJUST, Map.of("input", input, "key", UUID.randomUUID().toString()));
    }

    private JsonNode adjusted(String name, Map<String, ?> more) {
        return adjust(name, more).at("/data/inventoryAdjustQuantities");
    }

    @Test
    void aDeltaMovesAvailableAndOnHand() {
        JsonNode payload = adjusted("available", Map.of("delta", -3, "changeFromQuantity", 10));
        assertThat(payload.at("/inventoryAdjustmentGroup/changes").findValuesAsText("name"))
                .containsExactly("available", "on_hand");
        assertThat(shop.standIn.level("A")).contains(new ShopLevel("A", 7, 2, 9));
    }

    @Test
    void aDeltaNeedsTheComparisonToo() {
        assertThat(TestShop.errorCode(adjust("available", Map.of("delta", -3)))).isEqualTo("INVALID_FIELD_ARGUMENTS");
        assertThat(code(adjusted("available", Map.of("delta", -3, "changeFromQuantity", 9))))
                .isEqualTo("CHANGE_FROM_QUANTITY_STALE");
    }

    @Test
    void onHandAndCommittedCannotBeAdjusted() {
        for (String name : List.of("on_hand", "committed", "anything")) {
            assertThat(code(adjusted(name, Map.of("delta", 1, "changeFromQuantity", 10))))
                    .isEqualTo("INVALID_QUANTITY_NAME");
        }
    }

    @Test
    void documentsBelongToEveryStateButAvailable() {
        assertThat(code(adjusted("damaged", Map.of("delta", 1, "changeFromQuantity", 0))))
                .isEqualTo("INVALID_QUANTITY_DOCUMENT");
        assertThat(code(adjusted(
                        "available", Map.of("delta", 1, "changeFromQuantity", 10, "ledgerDocumentUri", "gid://x/D/1"))))
                .isEqualTo("INVALID_AVAILABLE_DOCUMENT");
        assertThat(adjusted("damaged", Map.of("delta", 1, "changeFromQuantity", 0, "ledgerDocumentUri", "gid://x/D/1"))
                        .path("userErrors"))
                .isEmpty();
        assertThat(shop.standIn.level("A")).contains(new ShopLevel("A", 10, 2, 13));
    }

    @Test
    void noStateButAvailableFallsBelowZero() {
        assertThat(code(adjusted(
                        "damaged", Map.of("delta", -1, "changeFromQuantity", 0, "ledgerDocumentUri", "gid://x/D/1"))))
                .isEqualTo("INVALID_QUANTITY_TOO_LOW");
        assertThat(adjusted("available", Map.of("delta", -30, "changeFromQuantity", 10))
                        .path("userErrors"))
                .isEmpty();
    }
}
