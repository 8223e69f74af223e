package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Locations, levels and variants as they are read, page by page. */
class ShopifyReadingTest {

    private static final String LEVELS = """
            query($id: ID!, $after: String, $query: String, $inactive: Boolean) {
              location(id: $id) {
                inventoryLevels(first: 50, after: $after, query: $query, includeInactive: $inactive) {
                  nodes { id isActive updatedAt item { id sku } location { id }
                    quantities(names: ["available", "committed", "on_hand"]) { name quantity updatedAt } }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }""";

    private final TestShop shop = TestShop.of(120);

    @Test
    void thereAreTwoLocations() {
        JsonNode nodes = shop.ask("{ locations(first: 10) { nodes { id name isActive legacyResourceId"
                        + " isFulfillmentService } } }")
                .at("/data/locations/nodes");
        assertThat(nodes.findValuesAsText("id")).containsExactly(TestShop.main(), TestShop.second());
        assertThat(nodes.at("/0/legacyResourceId").isTextual()).isTrue();
        assertThat(Shop.MAIN).isGreaterThan(1L << 31);
    }

    @Test
    void aConnectionNeedsASize() {
        assertThat(TestShop.errorCode(shop.ask("{ locations { nodes { id } } }")))
                .isEqualTo("BAD_REQUEST");
        assertThat(TestShop.errorCode(shop.ask("{ productVariants(first: 251) { nodes { id } } }")))
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void everyLevelOfALocationIsOnExactlyOnePage() {
        Set<String> ids = new LinkedHashSet<>();
        List<String> skus = new ArrayList<>();
        JsonNode page = levels(Map.of());
        ids.addAll(page.path("nodes").findValuesAsText("sku"));
        int pages = 1;
        while (page.at("/pageInfo/hasNextPage").asBoolean()) {
            page = levels(Map.of("after", page.at("/pageInfo/endCursor").asText()));
            ids.addAll(page.path("nodes").findValuesAsText("sku"));
            skus.addAll(page.path("nodes").findValuesAsText("sku"));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(120);
        assertThat(skus).hasSize(70);
    }

    private JsonNode levels(Map<String, ?> more) {
        Map<String, Object> variables = new LinkedHashMap<>(more);
        variables.put("id", TestShop.main());
        return shop.ask(LEVELS, variables).at("/data/location/inventoryLevels");
    }

    @Test
    void aLevelsIdCarriesItsItemAndOnHandHasNoTime() {
        JsonNode level = levels(Map.of()).at("/nodes/0");
        assertThat(level.path("id").asText()).matches("gid://shopify/InventoryLevel/[0-9]+\\?inventory_item_id=[0-9]+");
        assertThat(level.at("/quantities/0/updatedAt").asText()).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(level.at("/quantities/2/name").asText()).isEqualTo("on_hand");
        assertThat(level.at("/quantities/2/quantity").asInt()).isEqualTo(12);
        assertThat(level.at("/quantities/2/updatedAt").isNull()).isTrue();
    }

    @Test
    void onlyWhatChangedSinceIsFound() {
        shop.clock.advance(Duration.ofMinutes(5));
        shop.standIn.order("SKU-77", 1);
        shop.set(TestShop.available(TestShop.row(5, 10, 3)));
        JsonNode changed =
                levels(Map.of("query", "updated_at:>='2026-11-21T08:05:00Z'")).path("nodes");
        assertThat(changed.findValuesAsText("sku")).containsExactly("SKU-5", "SKU-77");
        assertThat(levels(Map.of("query", "updated_at:>'2026-11-21T08:05:00Z'")).path("nodes"))
                .isEmpty();
    }

    @Test
    void inactiveLevelsAreHiddenUnlessAskedFor() {
        TestShop few = TestShop.with(TestShop.item(1, "A"), TestShop.item(2, "B", true, false));
        Map<String, Object> variables = new LinkedHashMap<>(Map.of("id", TestShop.main()));
        assertThat(few.ask(LEVELS, variables).findValuesAsText("sku")).containsExactly("A");
        variables.put("inactive", true);
        assertThat(few.ask(LEVELS, variables).findValuesAsText("sku")).containsExactly("A", "B");
        String item = "{ inventoryItem(id: \"" + TestShop.itemId(2) + "\") { hidden: inventoryLevel(locationId: \""
                + TestShop.main() + "\") { id } shown: inventoryLevel(locationId: \"" + TestShop.main()
                + "\", includeInactive: true) { isActive } } }";
        assertThat(few.ask(item).at("/data/inventoryItem/hidden").isNull()).isTrue();
        assertThat(few.ask(item).at("/data/inventoryItem/shown/isActive").asBoolean(true))
                .isFalse();
    }

    @Test
    void theSecondLocationStocksLittle() {
        Map<String, Object> variables = Map.of("id", TestShop.second());
        assertThat(shop.ask(LEVELS, variables).findValuesAsText("sku")).containsExactly("SKU-50", "SKU-100");
    }

    @Test
    void anItemLeadsToItsVariantsAndLevels() {
        JsonNode item = shop.ask("{ inventoryItem(id: \"" + TestShop.itemId(50) + "\") { sku tracked duplicateSkuCount"
                        + " variants(first: 5) { nodes { id price displayName product { title status handle } } }"
                        + " inventoryLevels(first: 5) { nodes { location { name } } } } }")
                .at("/data/inventoryItem");
        assertThat(item.path("duplicateSkuCount").asInt()).isZero();
        assertThat(item.at("/variants/nodes/0/id").asText()).isEqualTo(TestShop.variantId(50));
        assertThat(item.at("/variants/nodes/0/price").asText()).isEqualTo("19.90");
        assertThat(item.at("/variants/nodes/0/product/status").asText()).isEqualTo("ACTIVE");
        assertThat(item.at("/inventoryLevels/nodes")).hasSize(2);
    }

    @Test
    void nodesKeepTheirOrderAndLeaveGapsNull() {
        JsonNode level = levels(Map.of()).at("/nodes/3/id");
        JsonNode nodes = shop.ask(
                        "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
                        Map.of(
                                "ids",
                                List.of(
                                        TestShop.variantId(2),
                                        "gid://shopify/Location/1",
                                        level.asText(),
                                        TestShop.main())))
                .at("/data/nodes");
        assertThat(nodes.findValuesAsText("__typename"))
                .containsExactly("ProductVariant", "InventoryLevel", "Location");
        assertThat(nodes.get(1).isNull()).isTrue();
        assertThat(nodes.at("/2/id")).isEqualTo(level);
    }

    @Test
    void pagingBackwardsMirrorsPagingForwards() {
        JsonNode last = shop.ask(
                        "{ productVariants(last: 2) { nodes { sku } pageInfo { hasPreviousPage startCursor } } }")
                .at("/data/productVariants");
        assertThat(last.findValuesAsText("sku")).containsExactly("SKU-119", "SKU-120");
        assertThat(last.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
        JsonNode before = shop.ask(
                "query($before: String) { productVariants(last: 2, before: $before) { nodes { sku } } }",
                Map.of("before", last.at("/pageInfo/startCursor").asText()));
        assertThat(before.findValuesAsText("sku")).containsExactly("SKU-117", "SKU-118");
    }

    @Test
    void theOrderCanBeReversedAndBySku() {
        assertThat(shop.ask("{ productVariants(first: 2, reverse: true) { nodes { sku } } }")
                        .findValuesAsText("sku"))
                .containsExactly("SKU-120", "SKU-119");
        assertThat(shop.ask("{ productVariants(first: 3, sortKey: SKU) { nodes { sku } } }")
                        .findValuesAsText("sku"))
                .containsExactly("SKU-1", "SKU-10", "SKU-100");
    }
}
