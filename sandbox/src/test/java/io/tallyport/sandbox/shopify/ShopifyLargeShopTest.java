package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ends at 10,000, 25,000 and 25,001. */
class ShopifyLargeShopTest {

    private static final int SIZE = 26_000;

    private static TestShop shop;

    @BeforeAll
    static void open() {
        shop = TestShop.of(SIZE);
    }

    private static String counted(String arguments) {
        JsonNode count = shop.ask("{ productVariantsCount" + arguments + " { count precision } }")
                .at("/data/productVariantsCount");
        return count.path("count").asInt() + " " + count.path("precision").asText();
    }

    @Test
    void countsTopOutAtTheirLimit() {
        assertThat(counted("")).isEqualTo("10000 AT_LEAST");
        assertThat(counted("(limit: 100)")).isEqualTo("100 AT_LEAST");
        assertThat(counted("(limit: null)")).isEqualTo("25001 AT_LEAST");
        assertThat(counted("(query: \"sku:sku-5\")")).isEqualTo("1 EXACT");
        assertThat(counted("(limit: null, query: \"id:>" + id(1000) + "\")")).isEqualTo("25000 EXACT");
        assertThat(counted("(limit: 25000, query: \"id:>" + id(1000) + "\")")).isEqualTo("25000 EXACT");
    }

    private static String id(int number) {
        String gid = TestShop.variantId(number);
        return gid.substring(gid.lastIndexOf('/') + 1);
    }

    @Test
    void aListingEndsAfter25000RowsWithoutAWord() {
        assertThat(walk("")).isEqualTo(25_000);
    }

    @Test
    void whatAListingHidIsFoundByItsIds() {
        assertThat(walk("id:>" + id(25_000))).isEqualTo(SIZE - 25_000);
    }

    private static int walk(String query) {
        int rows = 0;
        Map<String, Object> variables = new LinkedHashMap<>(Map.of("query", query));
        JsonNode page;
        do {
            page = page(variables);
            rows += page.path("nodes").size();
            variables.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return rows;
    }

    private static JsonNode page(Map<String, Object> variables) {
        shop.clock.advance(Duration.ofSeconds(1));
        return shop.ask(
                        "query($query: String, $after: String) { productVariants(first: 250, query: $query, after: $after)"
                                + " { nodes { id } pageInfo { hasNextPage endCursor } } }",
                        variables)
                .at("/data/productVariants");
    }
}
