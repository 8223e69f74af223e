package io.tallyport.sandbox.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.sandbox.SandboxClock;
import io.tallyport.sandbox.catalogue.Branch;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import io.tallyport.sandbox.oauth.AccessTokens;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A small shop of made-up products and the words to talk to it. */
final class TestShop {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String TOKEN = "shpat_made_up";
    static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    static final String SET = """
            mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
              inventorySetQuantities(input: $input) @idempotent(key: $key) {
                inventoryAdjustmentGroup { id reason changes { name delta quantityAfterChange item { id sku } } }
                userErrors { field message code }
              }
            }""";

    final SandboxClock clock = new SandboxClock(Clock.fixed(START, ZoneOffset.UTC));
    final Shop shop;
    final IdempotencyLedger ledger = new IdempotencyLedger(clock);
    final ShopifyStandIn standIn;

    private TestShop(List<CatalogueItem> items, String plan) {
        this.shop = new Shop(items.stream(), clock);
        this.standIn = new ShopifyStandIn(shop, ledger, new PointBucket(clock, plan), AccessTokens.only(TOKEN));
    }

    /** Items 1, 2, ... with SKU-1, SKU-2, ..., ten units available and two committed each. */
    static TestShop of(int items) {
        return of(items, "plus");
    }

    static TestShop of(int items, String plan) {
        return new TestShop(
                IntStream.rangeClosed(1, items)
                        .mapToObj(number -> item(number, "SKU-" + number))
                        .toList(),
                plan);
    }

    static TestShop with(CatalogueItem... items) {
        return new TestShop(List.of(items), "plus");
    }

    static CatalogueItem item(int number, String sku) {
        return item(number, sku, true, true);
    }

    static CatalogueItem item(int number, String sku, boolean stocked, boolean active) {
        return new CatalogueItem(
                number,
                "Product " + number,
                Optional.of(sku),
                "4006381333931",
                true,
                false,
                true,
                Optional.of(BigDecimal.TEN),
                Optional.of(sku).filter(text -> !text.isEmpty()),
                true,
                true,
                stocked,
                active,
                10,
                2,
                1990,
                branch(number, sku, stocked));
    }

    /** The second location stocks one item in fifty. */
    private static Branch branch(int number, String sku, boolean stocked) {
        return new Branch(
                true,
                Optional.of(sku),
                Optional.of(BigDecimal.ONE),
                true,
                false,
                true,
                false,
                Optional.empty(),
                stocked && number % 50 == 0,
                number % 7);
    }

    static String itemId(int number) {
        return Gid.of("InventoryItem", 46_900_000_000_000L + number * 32L);
    }

    static String variantId(int number) {
        return Gid.of("ProductVariant", 44_800_000_000_000L + number * 32L);
    }

    static String main() {
        return Gid.of("Location", Shop.MAIN);
    }

    static String second() {
        return Gid.of("Location", Shop.SECOND);
    }

    static SandboxRequest request(String version, String token, String body) {
        return new SandboxRequest(
                "POST",
                "/admin/api/" + version + "/graphql.json",
                Map.of(),
                Map.of("x-shopify-access-token", token, "content-type", "application/json"),
                body);
    }

    static SandboxRequest request(String query, Map<String, ?> variables) {
        return request("2026-07", TOKEN, body(query, variables));
    }

    static String body(String query, Map<String, ?> variables) {
        return write(Map.of("query", query, "variables", variables));
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode read(SandboxResponse response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    JsonNode ask(String query, Map<String, ?> variables) {
        return read(standIn.handle(request(query, variables)));
    }

    Optional<JsonNode> faulted(String query, Map<String, ?> variables, Fault fault) {
        return standIn.faulted(request(query, variables), fault).map(TestShop::read);
    }

    /** A row of inventorySetQuantities at the main location that expects {@code from}. */
    static Map<String, Object> row(int number, int from, int to) {
        Map<String, Object> row = uncompared(number, to);
        row.put("changeFromQuantity", from);
        return row;
    }

    /** A row that says in so many words that it does not compare. */
    static Map<String, Object> blind(int number, int to) {
        Map<String, Object> row = uncompared(number, to);
        row.put("changeFromQuantity", null);
        return row;
    }

    static Map<String, Object> uncompared(int number, int to) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("inventoryItemId", itemId(number));
        row.put("locationId", main());
        row.put("quantity", to);
        return row;
    }

    static Map<String, Object> input(String name, List<Map<String, Object>> rows) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", name);
        input.put("reason", "correction");
        input.put("quantities", rows);
        return input;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Map<String, Object> available(Map<String, Object>... rows) {
        return input("available", Arrays.asList(rows));
    }

    /** Sets with a fresh key, and answers the mutation's payload. */
    JsonNode set(Map<String, Object> input) {
        return set(input, UUID.randomUUID().toString());
    }

    JsonNode set(Map<String, Object> input, String key) {
        return ask(SET, Map.of("input", input, "key", key)).path("data").path("inventorySetQuantities");
    }

    static String code(JsonNode payload) {
        return payload.path("userErrors").path(0).path("code").asText();
    }

    static String errorCode(JsonNode body) {
        return body.path("errors").path(0).path("extensions").path("code").asText();
    }
}
