package io.tallyport.sandbox.shopify;

import static io.tallyport.sandbox.shopify.TestShop.itemId;
import static io.tallyport.sandbox.shopify.TestShop.variantId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in the file. */
class ShopifyBulkResultTest {

    private static final String LEVELS = "inventoryLevels { edges { node { id location { id }"
            + " quantities(names: [\"available\", \"on_hand\"]) { name quantity } } } }";

    private final BulkShop bulk = new BulkShop(TestShop.of(600));

    @AfterEach
    void close() {
        bulk.close();
    }

    @Test
    void everyVariantIsALineWithEscapedSlashes() {
        JsonNode operation = bulk.finished(BulkShop.VARIANTS);
        assertThat(operation.path("status").asText()).isEqualTo("COMPLETED");
        String text = bulk.text(operation);
        assertThat(text)
                .startsWith("{\"id\":\"gid:\\/\\/shopify\\/ProductVariant\\/")
                .endsWith("}\n");
        List<JsonNode> lines = bulk.lines(operation);
        assertThat(lines).hasSize(600);
        assertThat(lines.stream().map(line -> line.path("id").asText()).distinct())
                .hasSize(600);
        JsonNode second = lines.get(1);
        assertThat(second.path("id").asText()).isEqualTo(variantId(2));
        assertThat(second.at("/inventoryItem/id").asText()).isEqualTo(itemId(2));
        assertThat(second.at("/inventoryItem/tracked").asBoolean()).isTrue();
        assertThat(second.at("/product/handle").asText()).isEqualTo("product-2-2");
        assertThat(second.has("__parentId")).isFalse();
    }

    @Test
    void theCountsAreTextsAndFitTheFile() {
        JsonNode operation = bulk.finished(BulkShop.VARIANTS);
        assertThat(operation.path("objectCount").isTextual()).isTrue();
        assertThat(operation.path("objectCount").asText()).isEqualTo("600");
        assertThat(operation.path("rootObjectCount").asText()).isEqualTo("600");
        assertThat(operation.path("fileSize").isTextual()).isTrue();
        assertThat(operation.path("fileSize").asInt())
                .isEqualTo(bulk.text(operation).length());
    }

    @Test
    void theSameFieldsAreServedAsInAnOrdinaryListing() {
        JsonNode node = bulk.shop
                .ask("{ productVariants(first: 1) { nodes { id sku title product { id handle }"
                        + " inventoryItem { id tracked sku } } } }")
                .at("/data/productVariants/nodes/0");
        assertThat(bulk.lines(bulk.finished(BulkShop.VARIANTS)).get(0)).isEqualTo(node);
    }

    @Test
    void childrenStandApartFromTheirParentsAndNameThem() {
        JsonNode operation =
                bulk.finished("{ inventoryItems(query: \"sku:SKU-50\") { edges { node { id sku " + LEVELS + " } } } }");
        List<JsonNode> lines = bulk.lines(operation);
        assertThat(operation.path("objectCount").asText()).isEqualTo(Integer.toString(lines.size()));
        assertThat(operation.path("rootObjectCount").asText()).isEqualTo("1");
        assertThat(lines.get(0).path("sku").asText()).isEqualTo("SKU-50");
        assertThat(lines.get(1).path("__parentId").asText()).isEqualTo(itemId(50));
        assertThat(lines.get(1).at("/quantities/0/quantity").asInt()).isEqualTo(10);
        assertThat(lines.get(1).at("/quantities/1/quantity").asInt()).isEqualTo(12);
    }

    @Test
    void allParentsComeBeforeAllChildrenUnlessGrouped() {
        String query = "{ inventoryItems { edges { node { id " + LEVELS + " } } } }";
        List<JsonNode> apart = bulk.lines(bulk.finished(query));
        assertThat(apart.subList(0, 600)).noneMatch(line -> line.has("__parentId"));
        assertThat(apart.subList(600, apart.size())).allMatch(line -> line.has("__parentId"));
        List<JsonNode> grouped = bulk.lines(
                bulk.done(bulk.run(query, true).at("/bulkOperation/id").asText()));
        assertThat(grouped).containsExactlyInAnyOrderElementsOf(apart);
        assertThat(grouped.get(1).path("__parentId").asText())
                .isEqualTo(grouped.get(0).path("id").asText());
    }

    @Test
    void theLevelsOfOneLocationAreRootRows() {
        JsonNode operation = bulk.finished("{ location(id: \"" + TestShop.main() + "\") { name inventoryLevels {"
                + " edges { node { id item { id } quantities(names: [\"available\"]) { quantity } } } } } }");
        List<JsonNode> lines = bulk.lines(operation);
        assertThat(lines).hasSize(600).noneMatch(line -> line.has("__parentId"));
        assertThat(operation.path("rootObjectCount").asText()).isEqualTo("600");
        assertThat(lines.get(599).at("/item/id").asText()).isEqualTo(itemId(600));
    }

    @Test
    void aLevelMayBeReadWithItsItem() {
        JsonNode operation = bulk.finished("{ inventoryItems { edges { node { id inventoryLevel(locationId: \""
                + TestShop.main() + "\") { quantities(names: [\"available\"]) { quantity } } } } } }");
        assertThat(bulk.lines(operation)
                        .get(3)
                        .at("/inventoryLevel/quantities/0/quantity")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void pageSizesAndCursorsOfTheQueryMeanNothing() {
        JsonNode operation = bulk.finished(
                "{ productVariants(first: 5) { edges { cursor node { ...f } } pageInfo { hasNextPage } } }"
                        + " fragment f on ProductVariant { id kind: __typename }");
        assertThat(bulk.lines(operation)).hasSize(600);
        assertThat(bulk.lines(operation).get(0).path("kind").asText()).isEqualTo("ProductVariant");
    }

    @Test
    void theFileShowsTheShopAsItWasThen() {
        JsonNode operation =
                bulk.finished("{ inventoryItems(query: \"sku:SKU-7\") { edges { node { id " + LEVELS + " } } } }");
        bulk.shop.set(TestShop.available(TestShop.row(7, 10, 3)));
        assertThat(bulk.lines(operation).get(1).at("/quantities/0/quantity").asInt())
                .isEqualTo(10);
    }

    @Test
    void withoutRowsThereIsNoLink() {
        JsonNode operation = bulk.finished("{ productVariants(query: \"sku:none\") { edges { node { id } } } }");
        assertThat(operation.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(operation.path("url").isNull()).isTrue();
        assertThat(operation.path("fileSize").isNull()).isTrue();
        assertThat(operation.path("objectCount").asText()).isEqualTo("0");
    }
}
