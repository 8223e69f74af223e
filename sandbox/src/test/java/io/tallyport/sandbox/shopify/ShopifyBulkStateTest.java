package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a bulk operation. */
class ShopifyBulkStateTest {

    private final BulkShop bulk = new BulkShop(TestShop.of(600));

    @AfterEach
    void close() {
        bulk.close();
    }

    private static String status(JsonNode operation) {
        return operation.path("status").asText();
    }

    @Test
    void itIsCreatedThenRunningThenCompleted() {
        JsonNode created = bulk.run(BulkShop.VARIANTS).path("bulkOperation");
        assertThat(status(created)).isEqualTo("CREATED");
        assertThat(created.path("type").asText()).isEqualTo("QUERY");
        assertThat(created.path("query").asText()).isEqualTo(BulkShop.VARIANTS);
        assertThat(created.path("url").isNull()).isTrue();
        String id = created.path("id").asText();
        JsonNode running = bulk.look(id);
        assertThat(status(running)).isEqualTo("RUNNING");
        assertThat(running.path("completedAt").isNull()).isTrue();
        JsonNode done = bulk.done(id);
        assertThat(status(done)).isEqualTo("COMPLETED");
        assertThat(done.path("completedAt").isTextual()).isTrue();
        assertThat(done.path("errorCode").isNull()).isTrue();
    }

    @Test
    void itTakesTimeInProportionToItsRows() {
        bulk.shop.standIn.bulkPace(Duration.ofSeconds(100));
        String id = bulk.started(BulkShop.VARIANTS);
        bulk.shop.clock.advance(Duration.ofSeconds(59));
        bulk.look(id);
        assertThat(status(bulk.look(id))).isEqualTo("RUNNING");
        bulk.shop.clock.advance(Duration.ofSeconds(1));
        JsonNode done = bulk.done(id);
        assertThat(status(done)).isEqualTo("COMPLETED");
    }

    @Test
    void fiveRunAtOnceAndTheSixthIsRefused() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(bulk.started(BulkShop.VARIANTS));
        }
        JsonNode sixth = bulk.run(BulkShop.VARIANTS);
        assertThat(sixth.path("bulkOperation").isNull()).isTrue();
        assertThat(TestShop.code(sixth)).isEqualTo("OPERATION_IN_PROGRESS");
        assertThat(sixth.at("/userErrors/0/field").isNull()).isTrue();
        assertThat(sixth.at("/userErrors/0/message").asText()).contains(ids);
        bulk.done(ids.get(0));
        assertThat(bulk.run(BulkShop.VARIANTS).path("userErrors")).isEmpty();
    }

    @Test
    void theCurrentOneIsTheLatestEvenWhenItIsDone() {
        String current = "{ currentBulkOperation { id status } }";
        assertThat(bulk.shop.ask(current).at("/data/currentBulkOperation").isNull())
                .isTrue();
        bulk.finished(BulkShop.VARIANTS);
        String id = bulk.finished(BulkShop.VARIANTS).path("id").asText();
        JsonNode seen = bulk.shop.ask(current).at("/data/currentBulkOperation");
        assertThat(seen.path("id").asText()).isEqualTo(id);
        assertThat(status(seen)).isEqualTo("COMPLETED");
        assertThat(bulk.shop
                        .ask("{ currentBulkOperation(type: MUTATION) { id } }")
                        .at("/data/currentBulkOperation")
                        .isNull())
                .isTrue();
    }

    @Test
    void theyAreListedAndFoundByTheirStatus() {
        String first = bulk.finished(BulkShop.VARIANTS).path("id").asText();
        bulk.shop.standIn.bulkPace(Duration.ofHours(1));
        String second = bulk.started(BulkShop.VARIANTS);
        assertThat(listed("first: 5")).containsExactly(first, second);
        assertThat(listed("first: 5, reverse: true")).containsExactly(second, first);
        assertThat(listed("first: 5, sortKey: COMPLETED_AT")).containsExactly(second, first);
        assertThat(listed("first: 5, query: \"status:running\"")).containsExactly(second);
        assertThat(listed("first: 5, query: \"status:completed\"")).containsExactly(first);
    }

    private List<String> listed(String arguments) {
        return bulk.shop
                .ask("{ bulkOperations(" + arguments + ") { nodes { id } } }")
                .findValuesAsText("id");
    }

    @Test
    void aNodeIsFoundByItsIdToo() {
        String id = bulk.finished(BulkShop.VARIANTS).path("id").asText();
        JsonNode node = bulk.shop
                .ask("{ node(id: \"" + id + "\") { id ... on BulkOperation { status } } }")
                .at("/data/node");
        assertThat(status(node)).isEqualTo("COMPLETED");
        assertThat(bulk.look("gid://shopify/BulkOperation/1").isNull()).isTrue();
    }

    @Test
    void oneThatRunsCanBeCanceled() {
        bulk.shop.standIn.bulkPace(Duration.ofHours(1));
        String id = bulk.started(BulkShop.VARIANTS);
        JsonNode canceled = bulk.cancel(id);
        assertThat(canceled.path("userErrors")).isEmpty();
        assertThat(status(canceled.path("bulkOperation"))).isEqualTo("CANCELING");
        JsonNode done = bulk.done(id);
        assertThat(status(done)).isEqualTo("CANCELED");
        assertThat(done.path("url").isNull()).isTrue();
        assertThat(done.path("objectCount").asText()).isEqualTo("0");
    }

    @Test
    void oneThatIsDoneCannotBeCanceled() {
        String id = bulk.finished(BulkShop.VARIANTS).path("id").asText();
        JsonNode answer = bulk.cancel(id);
        assertThat(answer.at("/userErrors/0/message").asText())
                .isEqualTo("A bulk operation cannot be canceled when it is completed");
        assertThat(status(answer.path("bulkOperation"))).isEqualTo("COMPLETED");
        JsonNode unknown = bulk.cancel("gid://shopify/BulkOperation/1");
        assertThat(unknown.path("bulkOperation").isNull()).isTrue();
        assertThat(unknown.at("/userErrors/0/field/0").asText()).isEqualTo("id");
    }

    @Test
    void oneThatFailsHalfWayLeavesAPart() {
        bulk.shop.standIn.failNextBulkOperation("TIMEOUT");
        JsonNode failed = bulk.finished(BulkShop.VARIANTS);
        assertThat(status(failed)).isEqualTo("FAILED");
        assertThat(failed.path("errorCode").asText()).isEqualTo("TIMEOUT");
        assertThat(failed.path("url").isNull()).isTrue();
        assertThat(failed.path("objectCount").asText()).isEqualTo("300");
        String part = BulkShop.text(bulk.fetch(failed.path("partialDataUrl").asText()));
        assertThat(part.lines()).hasSize(300);
        assertThat(failed.path("fileSize").asInt()).isEqualTo(part.length());
        assertThat(status(bulk.finished(BulkShop.VARIANTS))).isEqualTo("COMPLETED");
    }

    @Test
    void oneWithoutAccessLeavesNothing() {
        bulk.shop.standIn.failNextBulkOperation("ACCESS_DENIED");
        JsonNode failed = bulk.finished(BulkShop.VARIANTS);
        assertThat(failed.path("errorCode").asText()).isEqualTo("ACCESS_DENIED");
        assertThat(failed.path("partialDataUrl").isNull()).isTrue();
        assertThatThrownBy(() -> bulk.shop.standIn.failNextBulkOperation("BAD"))
                .hasMessageContaining("'BAD'")
                .hasMessageContaining("TIMEOUT");
    }

    @Test
    void afterSevenDaysItIsExpired() {
        String id = bulk.finished(BulkShop.VARIANTS).path("id").asText();
        bulk.shop.clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(status(bulk.look(id))).isEqualTo("COMPLETED");
        bulk.shop.clock.advance(Duration.ofSeconds(1));
        JsonNode expired = bulk.look(id);
        assertThat(status(expired)).isEqualTo("EXPIRED");
        assertThat(expired.path("url").isNull()).isTrue();
    }
}
