package io.tallyport.sandbox.shopify;

import static io.tallyport.sandbox.shopify.TestShop.available;
import static io.tallyport.sandbox.shopify.TestShop.code;
import static io.tallyport.sandbox.shopify.TestShop.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a key is remembered for, and what stays whole when many write at once. */
class ShopifyIdempotencyTest {

    private final TestShop shop = TestShop.of(3);

    private int units() {
        return shop.standIn.level("SKU-1").orElseThrow().available();
    }

    @Test
    void aReplayAnswersTheFirstSuccessAndDoesNothing() {
        JsonNode first = shop.set(available(row(1, 10, 4)), "k");
        shop.standIn.order("SKU-1", 1);
        JsonNode replay = shop.set(available(row(1, 10, 4)), "k");
        assertThat(replay).isEqualTo(first);
        assertThat(units()).isEqualTo(3);
    }

    @Test
    void aReplayIsReadFromTheStateOfNow() {
        String query = "mutation($id: ID!, $place: ID!) { inventoryActivate(inventoryItemId: $id, locationId: $place)"
                + " @idempotent(key: \"k\") { inventoryLevel { quantities(names: [\"available\"]) { quantity } } } }";
        Map<String, String> variables = Map.of("id", TestShop.itemId(1), "place", TestShop.main());
        String path = "/data/inventoryActivate/inventoryLevel/quantities/0/quantity";
        assertThat(shop.ask(query, variables).at(path).asInt()).isEqualTo(10);
        shop.standIn.order("SKU-1", 4);
        assertThat(shop.ask(query, variables).at(path).asInt()).isEqualTo(6);
    }

    @Test
    void aReplayCanBeMadeToAnswerStale() {
        shop.standIn.replayAnswersStale(true);
        assertThat(shop.set(available(row(1, 10, 4)), "k").path("userErrors")).isEmpty();
        assertThat(code(shop.set(available(row(1, 10, 4)), "k"))).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(units()).isEqualTo(4);
    }

    @Test
    void aKeyBelongsToItsVariables() {
        shop.set(available(row(1, 10, 4)), "k");
        JsonNode other = shop.set(available(row(1, 10, 5)), "k");
        assertThat(code(other)).isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(units()).isEqualTo(4);
    }

    @Test
    void theOrderOfTheFieldsIsPartOfTheVariables() {
        Map<String, Object> input = available(row(1, 10, 4));
        shop.set(input, "k");
        List<String> names = new ArrayList<>(input.keySet());
        Collections.reverse(names);
        Map<String, Object> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, input.get(name)));
        assertThat(code(shop.set(reversed, "k"))).isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    }

    @Test
    void afterAFailedAttemptTheKeyIsSpent() {
        assertThat(code(shop.set(available(row(1, 9, 4)), "k"))).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(code(shop.set(available(row(1, 9, 4)), "k"))).isEqualTo("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
        assertThat(shop.set(available(row(1, 10, 4)), "k2").path("userErrors")).isEmpty();
    }

    @Test
    void aKeyIsForgottenAfter24Hours() {
        shop.set(available(row(1, 10, 4)), "k");
        shop.clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(shop.set(available(row(1, 10, 4)), "k").path("userErrors")).isEmpty();
        shop.clock.advance(Duration.ofSeconds(1));
        assertThat(code(shop.set(available(row(1, 10, 4)), "k"))).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
    }

    @Test
    void aKeyInUseIsAConcurrentRequest() {
        CompletableFuture<JsonNode> slow = shop.shop.atomically(() -> {
            CompletableFuture<JsonNode> first =
                    CompletableFuture.supplyAsync(() -> shop.set(available(row(1, 10, 4)), "k"));
            while (!shop.ledger.knows("k")) {
                Thread.onSpinWait();
            }
            assertThat(code(shop.set(available(row(1, 10, 4)), "k"))).isEqualTo("IDEMPOTENCY_CONCURRENT_REQUEST");
            assertThat(units()).isEqualTo(10);
            return first;
        });
        assertThat(slow.join().path("userErrors")).isEmpty();
        assertThat(units()).isEqualTo(4);
    }

    @Test
    void aKeyThatActivationCannotUseIsAnErrorOfTheRequest() {
        String query = "mutation($id: ID!, $place: ID!) { inventoryActivate(inventoryItemId: $id, locationId: $place)"
                + " @idempotent(key: \"k\") { userErrors { message } } }";
        shop.ask(query, Map.of("id", TestShop.itemId(1), "place", TestShop.main()));
        JsonNode other = shop.ask(query, Map.of("id", TestShop.itemId(2), "place", TestShop.main()));
        assertThat(TestShop.errorCode(other)).isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    }

    @Test
    void comparingAndSettingLosesNoOrder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                work.add(threads.submit(() -> orders(100)));
                work.add(threads.submit(() -> increments(100)));
            }
            int won = work.get(1).get() + work.get(3).get();
            assertThat(work.get(0).get() + work.get(2).get()).isEqualTo(200);
            assertThat(won).isPositive();
            assertThat(units()).isEqualTo(10 - 200 + won);
            assertThat(shop.standIn.level("SKU-1").orElseThrow().committed()).isEqualTo(202);
        } finally {
            threads.shutdownNow();
        }
    }

    private int orders(int count) {
        for (int i = 0; i < count; i++) {
            shop.standIn.order("SKU-1", 1);
        }
        return count;
    }

    private int increments(int count) {
        int won = 0;
        for (int i = 0; i < count; i++) {
            int before = units();
            won += shop.set(available(row(1, before, before + 1)))
                            .path("userErrors")
                            .isEmpty()
                    ? 1
                    : 0;
        }
        return won;
    }
}
