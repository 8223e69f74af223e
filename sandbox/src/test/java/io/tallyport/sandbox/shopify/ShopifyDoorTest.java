package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Paths, tokens, versions, and errors of whole requests. */
class ShopifyDoorTest {

    private final TestShop shop = TestShop.of(3);

    @Test
    void aShopTellsItsName() {
        JsonNode body = shop.ask("{ shop { name myshopifyDomain currencyCode id } }");
        assertThat(body.at("/data/shop/myshopifyDomain").asText()).isEqualTo("stand-in.myshopify.com");
        assertThat(body.has("errors")).isFalse();
    }

    @Test
    void theScopesOfTheAppAreListed() {
        JsonNode body = shop.ask("{ currentAppInstallation { accessScopes { handle } } }");
        assertThat(body.at("/data/currentAppInstallation/accessScopes").findValuesAsText("handle"))
                .contains("read_inventory", "write_inventory", "read_products", "read_locations");
    }

    @Test
    void theVersionAskedForIsTheOneAnswered() {
        for (String version : List.of("2026-01", "2026-04", "2026-07", "2026-10")) {
            assertThat(answeredVersion(version)).isEqualTo(version);
        }
    }

    @Test
    void aVersionThatIsGoneFallsForwardToTheOldest() {
        assertThat(answeredVersion("2025-07")).isEqualTo("2026-01");
    }

    private String answeredVersion(String version) {
        return shop.standIn
                .handle(TestShop.request(version, TestShop.TOKEN, "{\"query\":\"{shop{id}}\"}"))
                .headers()
                .getOrDefault("X-Shopify-API-Version", "");
    }

    @Test
    void everyAnswerHasItsOwnRequestId() {
        SandboxRequest request = TestShop.request("{shop{id}}", Map.of());
        assertThat(shop.standIn.handle(request).headers().get("X-Request-Id"))
                .isNotBlank()
                .isNotEqualTo(shop.standIn.handle(request).headers().get("X-Request-Id"));
    }

    @Test
    void aWrongTokenIsRefusedWithErrorsAsAString() {
        SandboxResponse answer =
                shop.standIn.handle(TestShop.request("2026-07", "another", "{\"query\":\"{shop{id}}\"}"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(TestShop.read(answer).path("errors").asText()).startsWith("[API] Invalid API key or access token");
    }

    @Test
    void anUnknownPathIsNotFound() {
        SandboxResponse answer = shop.standIn.handle(new SandboxRequest(
                "POST", "/admin/api/graphql.json", Map.of(), Map.of("x-shopify-access-token", TestShop.TOKEN), "{}"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"errors\":\"Not Found\"}");
    }

    @Test
    void aBodyWithoutQueryIsABadRequestWithErrorsAsAnObject() {
        for (String body : List.of("{}", "", "not json", "{\"query\":null}")) {
            SandboxResponse answer = shop.standIn.handle(TestShop.request("2026-07", TestShop.TOKEN, body));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(TestShop.read(answer).at("/errors/query").asText())
                    .isEqualTo("Required parameter missing or invalid");
        }
    }

    @Test
    void aFieldThatDoesNotExistFailsTheDocument() {
        JsonNode body = shop.ask("{ shop { id colour } }");
        assertThat(body.has("data")).isFalse();
        assertThat(TestShop.errorCode(body)).isEqualTo("undefinedField");
        assertThat(body.at("/errors/0/message").asText()).isEqualTo("Field 'colour' doesn't exist on type 'Shop'");
    }

    @Test
    void codeCannotBeSelectedWhereErrorsHaveNone() {
        JsonNode body = shop.ask("mutation { inventoryActivate(inventoryItemId: \"a\", locationId: \"b\")"
                + " @idempotent(key: \"k\") { userErrors { code } } }");
        assertThat(TestShop.errorCode(body)).isEqualTo("undefinedField");
    }

    @Test
    void anObjectWithoutSelectionIsASelectionMismatch() {
        assertThat(TestShop.errorCode(shop.ask("{ shop }"))).isEqualTo("selectionMismatch");
    }

    @Test
    void anUnknownDirectiveIsUndefined() {
        assertThat(TestShop.errorCode(shop.ask("{ shop @often { id } }"))).isEqualTo("undefinedDirective");
    }

    @Test
    void aDirectiveAfterTheOperationNameIsRefused() {
        assertThat(shop.ask("mutation M @idempotent(key: \"k\") { inventoryActivate(inventoryItemId: \"a\","
                                + " locationId: \"b\") { userErrors { message } } }")
                        .has("data"))
                .isFalse();
    }

    @Test
    void whatIsNotGraphqlIsAParseError() {
        assertThat(TestShop.errorCode(shop.ask("{ shop { id "))).isEqualTo("PARSE_ERROR");
    }

    @Test
    void severalOperationsNeedAName() {
        JsonNode body = shop.ask("query A { shop { id } } query B { shop { name } }");
        assertThat(body.at("/errors/0/message").asText()).isEqualTo("An operation name is required");
    }

    @Test
    void theOperationNamedIsRun() {
        String body = TestShop.write(Map.of(
                "query",
                "query A { shop { id } } query B { shop { name } }",
                "variables",
                Map.of(),
                "operationName",
                "B"));
        JsonNode answer = TestShop.read(shop.standIn.handle(TestShop.request("2026-07", TestShop.TOKEN, body)));
        assertThat(answer.at("/data/shop").fieldNames()).toIterable().containsExactly("name");
    }

    @Test
    void aFieldTheInputDoesNotKnowIsAnInvalidVariable() {
        Map<String, Object> input = TestShop.available(TestShop.row(1, 10, 9));
        input.put("ignoreCompareQuantity", true);
        JsonNode body = shop.ask(TestShop.SET, Map.of("input", input, "key", "k"));
        assertThat(body.has("data")).isFalse();
        assertThat(TestShop.errorCode(body)).isEqualTo("INVALID_VARIABLE");
        assertThat(body.at("/errors/0/extensions/problems/0/explanation").asText())
                .isEqualTo("Field is not defined on InventorySetQuantitiesInput");
        assertThat(body.at("/errors/0/extensions/problems/0/path/0").asText()).isEqualTo("ignoreCompareQuantity");
    }

    @Test
    void aMissingVariableIsInvalid() {
        JsonNode body = shop.ask("query($id: ID!) { inventoryItem(id: $id) { id } }");
        assertThat(TestShop.errorCode(body)).isEqualTo("INVALID_VARIABLE");
        assertThat(body.at("/errors/0/message").asText())
                .isEqualTo("Variable $id of type ID! was provided invalid value");
    }

    @Test
    void aWordWhereANumberBelongsIsInvalid() {
        JsonNode body = shop.ask("query($n: Int) { locations(first: $n) { nodes { id } } }", Map.of("n", "five"));
        assertThat(TestShop.errorCode(body)).isEqualTo("INVALID_VARIABLE");
    }

    @Test
    void aMalformedIdIsNotFoundBesidePartialData() {
        JsonNode body = shop.ask("{ shop { id } inventoryItem(id: \"gid://shopify/Nothing\") { id } }");
        assertThat(TestShop.errorCode(body)).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(body.at("/errors/0/message").asText()).isEqualTo("Invalid id: gid://shopify/Nothing");
        assertThat(body.at("/data/shop/id").asText()).isNotEmpty();
        assertThat(body.at("/data/inventoryItem").isNull()).isTrue();
    }

    @Test
    void aWellFormedIdOfNothingIsNullWithoutError() {
        JsonNode body = shop.ask("{ inventoryItem(id: \"gid://shopify/InventoryItem/1\") { id } }");
        assertThat(body.has("errors")).isFalse();
        assertThat(body.at("/data/inventoryItem").isNull()).isTrue();
    }
}
