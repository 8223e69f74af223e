package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Searching variants and items, and the warnings that say a search did not do what it was asked. */
class ShopifySearchTest {

    private final TestShop shop = TestShop.with(
            TestShop.item(1, "ABC-1"),
            TestShop.item(2, "abc-1"),
            TestShop.item(3, "Two words"),
            TestShop.item(4, "a:b(c)"),
            TestShop.item(5, ""),
            TestShop.item(6, "DUP"),
            TestShop.item(7, "DUP"));

    private JsonNode search(String query) {
        return shop.ask(
                "query($query: String) { productVariants(first: 50, query: $query) { nodes { id sku } } }",
                Map.of("query", query));
    }

    private List<String> found(String query) {
        JsonNode body = search(query);
        assertThat(body.at("/extensions/search").isMissingNode()).isTrue();
        return body.at("/data/productVariants/nodes").findValuesAsText("sku");
    }

    @Test
    void skusAreSearchedWithoutRegardToCase() {
        assertThat(found("sku:\"ABC-1\"")).containsExactly("ABC-1", "abc-1");
        assertThat(found("sku:ABC-1")).containsExactly("ABC-1", "abc-1");
        assertThat(found("sku:'ABC-12'")).isEmpty();
    }

    @Test
    void quotesAndBackslashesKeepAValueTogether() {
        assertThat(found("sku:\"Two words\"")).containsExactly("Two words");
        assertThat(found("sku:\"a:b(c)\"")).containsExactly("a:b(c)");
        assertThat(found("sku:a\\:b\\(c\\)")).containsExactly("a:b(c)");
    }

    @Test
    void aStarAsksForABeginning() {
        assertThat(found("sku:abc*")).containsExactly("ABC-1", "abc-1");
    }

    @Test
    void termsCombine() {
        assertThat(found("sku:DUP OR sku:\"Two words\"")).containsExactly("Two words", "DUP", "DUP");
        assertThat(found("(sku:DUP OR sku:'Two words') AND id:>" + id(6))).containsExactly("DUP");
        assertThat(found("sku:abc* -id:" + id(1))).containsExactly("abc-1");
        assertThat(found("product_status:active sku:DUP")).hasSize(2);
        assertThat(found("product_status:draft")).isEmpty();
    }

    private static String id(int number) {
        String gid = TestShop.variantId(number);
        return gid.substring(gid.lastIndexOf('/') + 1);
    }

    @Test
    void idsAreComparedAsNumbers() {
        assertThat(found("id:>" + id(5))).containsExactly("DUP", "DUP");
        assertThat(found("id:>=" + id(6) + " id:<" + id(7))).containsExactly("DUP");
        assertThat(found("id:" + id(3))).containsExactly("Two words");
    }

    @Test
    void duplicatesAreCountedAtTheItem() {
        JsonNode items = shop.ask(
                        "{ inventoryItems(first: 5, query: \"sku:dup\") { nodes { sku duplicateSkuCount } } }")
                .at("/data/inventoryItems/nodes");
        assertThat(items.findValuesAsText("duplicateSkuCount")).containsExactly("1", "1");
    }

    @Test
    void anUnknownFilterIsIgnoredAndReported() {
        JsonNode body = search("skew:\"ABC-1\"");
        assertThat(body.has("errors")).isFalse();
        assertThat(body.at("/data/productVariants/nodes")).hasSize(7);
        assertThat(body.at("/extensions/search/0/warnings/0/code").asText()).isEqualTo("invalid_field");
        assertThat(body.at("/extensions/search/0/warnings/0/field").asText()).isEqualTo("skew");
        assertThat(body.at("/extensions/search/0/path/0").asText()).isEqualTo("productVariants");
    }

    @Test
    void aWordWithoutFieldIsIgnoredAndReported() {
        JsonNode body = search("anything");
        assertThat(body.at("/data/productVariants/nodes")).hasSize(7);
        assertThat(body.at("/extensions/search/0/warnings/0/code").asText()).isEqualTo("missing_named_field");
    }

    @Test
    void aDateWithColonsMustBeQuoted() {
        assertThat(found("updated_at:>='2026-11-21T08:00:00Z'")).hasSize(7);
        assertThat(found("updated_at:<2026-11-21")).isEmpty();
        assertThat(search("updated_at:<2026-11-21T08:00:00Z").at("/extensions/search/0/warnings"))
                .isNotEmpty();
    }

    @Test
    void aQueryOfOnlySpaceFindsEverything() {
        assertThat(search("  ").at("/data/productVariants/nodes")).hasSize(7);
    }
}
