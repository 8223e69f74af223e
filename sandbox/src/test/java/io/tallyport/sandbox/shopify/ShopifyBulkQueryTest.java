package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which queries may be run in bulk. */
class ShopifyBulkQueryTest {

    private final BulkShop bulk = new BulkShop(TestShop.of(3));

    @AfterEach
    void close() {
        bulk.close();
    }

    private void refused(String query, String message) {
        JsonNode payload = bulk.run(query);
        assertThat(payload.path("bulkOperation").isNull()).isTrue();
        assertThat(TestShop.code(payload)).isEqualTo("INVALID");
        assertThat(payload.at("/userErrors/0/field/0").asText()).isEqualTo("query");
        assertThat(payload.at("/userErrors/0/message").asText()).contains(message);
    }

    private static String connection(String name, String inner) {
        return name + " { edges { node { id " + inner + " } } }";
    }

    @Test
    void itNeedsAConnection() {
        refused("{ shop { name } }", "at least one connection");
    }

    @Test
    void itHasAtMostFiveConnections() {
        StringBuilder five = new StringBuilder();
        for (char alias = 'a'; alias < 'f'; alias++) {
            five.append(connection(alias + ": productVariants", " "));
        }
        assertThat(bulk.run("{ " + five + " }").path("userErrors")).isEmpty();
        refused("{ " + five + connection("inventoryItems", "") + " }", "more than 5 connections");
    }

    @Test
    void oneConnectionMayStandWithinAnother() {
        String levels = connection("inventoryLevels", "");
        assertThat(bulk.run("{ " + connection("inventoryItems", levels) + " }").path("userErrors"))
                .isEmpty();
        refused(
                "{ " + connection("locations", connection("inventoryLevels", "item { " + levels + " }")) + " }",
                "nesting depth greater than 2");
    }

    @Test
    void theParentOfANestedConnectionSelectsItsId() {
        refused(
                "{ inventoryItems { edges { node { key: id " + connection("inventoryLevels", "") + " } } } }",
                "Connection fields without 'id': inventoryItems");
    }

    @Test
    void itIsReadThroughEdges() {
        refused("{ productVariants { nodes { id } } }", "Selecting via 'nodes' is not supported");
    }

    @Test
    void itDoesNotBeginWithANode() {
        refused("{ node(id: \"" + TestShop.itemId(1) + "\") { id } }", "top level `node` field");
    }

    @Test
    void itHasNoVariables() {
        refused(
                "query($q: String) { productVariants(query: $q) { edges { node { id } } } }",
                "cannot contain variables");
    }

    @Test
    void itIsAQueryOfThisSchema() {
        refused("{ productVariants { edges { node { colour } } } }", "Invalid bulk query");
        refused("{ productVariants {", "Invalid bulk query");
        refused(
                "mutation { bulkOperationCancel(id: \"x\") { userErrors { message } } }",
                "Only `query` operations are supported");
    }
}
