package io.tallyport.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link WebhookInbox} and {@link WebhookArchive} keeps to. */
public interface WebhookInboxContract {

    ConnectionId TILL = new ConnectionId("till");
    Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");

    WebhookInbox subject();

    WebhookArchive archive();

    UnitOfWork unitOfWork();

    private static NewWebhook hook(ConnectionId connection, String topic, Optional<String> delivery, RawBody body) {
        return new NewWebhook(
                connection,
                new Platform("lightspeed-x"),
                topic,
                delivery,
                "application/x-www-form-urlencoded",
                WebhookTrust.SIGNED,
                body,
                NOON);
    }

    private static NewWebhook hook(String body) {
        return hook(TILL, "consignment.receive", Optional.empty(), RawBody.of(body));
    }

    private static NewWebhook delivered(String id, String body) {
        return hook(TILL, "products/update", Optional.of(id), RawBody.of(body));
    }

    private WebhookId stored(NewWebhook hook) {
        return subject().store(List.of(hook)).get(0).id().orElseThrow();
    }

    private boolean isAdded(NewWebhook hook) {
        return subject().store(List.of(hook)).get(0).isAdded();
    }

    private void settle(WebhookId id, WebhookState state) {
        assertThat(subject().settle(id, new WebhookVerdict(state, "so it went", NOON.plusSeconds(5))))
                .isTrue();
    }

    private List<WebhookEvent> pending() {
        return subject().pending(TILL, Optional.empty(), 1000);
    }

    @Test
    default void whatIsStoredIsKeptByteForByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        NewWebhook hook = hook(TILL, "a", Optional.of("id \\N\t1"), RawBody.of(bytes));

        WebhookId id = stored(hook);

        assertThat(archive().find(id)).contains(hook.as(id));
        assertThat(archive().body(id)).contains(RawBody.of(bytes));
        assertThat(archive().find(new WebhookId(id.value() + 1))).isEmpty();
        assertThat(archive().body(new WebhookId(id.value() + 1))).isEmpty();
    }

    @Test
    default void aLargeBodyIsKeptWhole() {
        String body = "ä".repeat(1_500_000);
        WebhookId id = stored(hook(body));
        assertThat(archive().body(id).orElseThrow().text()).isEqualTo(body);
        assertThat(archive().find(id).orElseThrow().size()).isEqualTo(body.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    default void theSameBytesAreKeptOnceWhileTheyArePending() {
        WebhookId first = stored(hook("same"));
        assertThat(isAdded(hook("same"))).isFalse();

        settle(first, WebhookState.PROCESSED);

        assertThat(isAdded(hook("same"))).isTrue();
        assertThat(isAdded(hook("same"))).isFalse();
    }

    @Test
    default void aTryThatFailedKeepsTheBytesUnique() {
        settle(stored(hook("same")), WebhookState.PENDING);
        assertThat(isAdded(hook("same"))).isFalse();
    }

    @Test
    default void aDeliveryIdIsKeptOnceForGoodAndWithinItsTopicAlone() {
        settle(stored(delivered("d1", "one")), WebhookState.PROCESSED);

        assertThat(isAdded(delivered("d1", "other bytes"))).isFalse();
        assertThat(isAdded(delivered("d2", "one"))).isTrue();
        assertThat(isAdded(hook(TILL, "orders/create", Optional.of("d1"), RawBody.of("one"))))
                .isTrue();
        assertThat(isAdded(hook(new ConnectionId("shop"), "products/update", Optional.of("d1"), RawBody.of("one"))))
                .isTrue();
        assertThat(isAdded(delivered("D1", "one"))).isTrue();
    }

    @Test
    default void severalAreStoredAtOnceAndAnsweredInTheirOrder() {
        stored(hook("b"));
        List<StoredWebhook> answers =
                subject().store(List.of(hook("c"), hook("b"), hook("a"), hook("c"), delivered("x", "b")));
        assertThat(answers.stream().map(StoredWebhook::isAdded)).containsExactly(true, false, true, false, true);
        List<String> bodies = List.of("c", "b", "a", "c", "b");
        for (int i : new int[] {0, 2, 4}) {
            WebhookId id = answers.get(i).id().orElseThrow();
            assertThat(archive().body(id).orElseThrow().text()).isEqualTo(bodies.get(i));
        }
        assertThat(subject().store(List.of())).isEmpty();
    }

    @Test
    default void whatIsPendingComesOldestFirstInPages() {
        List<WebhookId> ids =
                IntStream.range(0, 5).mapToObj(i -> stored(hook("b" + i))).toList();
        stored(hook(new ConnectionId("shop"), "a", Optional.empty(), RawBody.of("b0")));
        settle(ids.get(1), WebhookState.IGNORED);

        assertThat(subject().pending(TILL, Optional.empty(), 2).stream().map(WebhookEvent::id))
                .containsExactly(ids.get(0), ids.get(2));
        assertThat(subject().pending(TILL, Optional.of(ids.get(2)), 9).stream().map(WebhookEvent::id))
                .containsExactly(ids.get(3), ids.get(4));
    }

    @Test
    default void eachTryIsCountedAndOnlyAPendingOneCanBeSettled() {
        WebhookId id = stored(hook("b"));
        settle(id, WebhookState.PENDING);
        WebhookEvent again = archive().find(id).orElseThrow();
        assertThat(again.attempts()).isOne();
        assertThat(again.message()).isEqualTo("so it went");
        assertThat(again.settledAt()).isEmpty();

        settle(id, WebhookState.FAILED);
        WebhookEvent failed = archive().find(id).orElseThrow();
        assertThat(failed.state()).isEqualTo(WebhookState.FAILED);
        assertThat(failed.attempts()).isEqualTo(2);
        assertThat(failed.settledAt()).contains(NOON.plusSeconds(5));
        assertThat(subject().settle(id, new WebhookVerdict(WebhookState.PROCESSED, "", NOON)))
                .isFalse();
        assertThat(archive().find(id)).contains(failed);
    }

    @Test
    default void aLongMessageIsCut() {
        WebhookId id = stored(hook("b"));
        String message = "é".repeat(3000);
        assertThat(subject().settle(id, new WebhookVerdict(WebhookState.FAILED, message, NOON)))
                .isTrue();
        assertThat(archive().find(id).orElseThrow().message()).isEqualTo(message.substring(0, 2000));
    }

    @Test
    default void whatIsReplayedIsPendingWithAllItsTries() {
        WebhookId id = stored(hook("b"));
        assertThat(subject().replay(id)).isFalse();
        settle(id, WebhookState.FAILED);
        stored(hook("b"));

        assertThat(subject().replay(id)).isTrue();

        WebhookEvent event = archive().find(id).orElseThrow();
        assertThat(event.state()).isEqualTo(WebhookState.PENDING);
        assertThat(event.attempts()).isZero();
        assertThat(event.settledAt()).isEmpty();
        assertThat(pending()).hasSize(2);
        assertThat(subject().replay(new WebhookId(id.value() + 1000))).isFalse();
    }

    @Test
    default void theListIsFilteredAndComesNewestFirstInPages() {
        List<WebhookId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(stored(delivered("d" + i, "b")));
        }
        WebhookId other = stored(hook(new ConnectionId("shop"), "a", Optional.empty(), RawBody.of("b")));
        settle(ids.get(0), WebhookState.PROCESSED);

        Page<WebhookEvent> first = archive().list(WebhookFilter.ALL.on(TILL), Optional.empty(), 3);
        assertThat(first.items().stream().map(WebhookEvent::id)).containsExactly(ids.get(4), ids.get(3), ids.get(2));
        Optional<Cursor> next = first.next();
        assertThat(next).isPresent();
        Page<WebhookEvent> second = archive().list(WebhookFilter.ALL.on(TILL), next, 3);
        assertThat(second.items().stream().map(WebhookEvent::id)).containsExactly(ids.get(1), ids.get(0));
        assertThat(second.next()).isEmpty();
        assertThat(archive()
                        .list(WebhookFilter.ALL.in(WebhookState.PROCESSED), Optional.empty(), 9)
                        .items())
                .hasSize(1);
        assertThat(archive().list(WebhookFilter.ALL.about("a"), Optional.empty(), 9).items().stream()
                        .map(WebhookEvent::id))
                .containsExactly(other);
        assertThat(archive().counts()).isEqualTo(Map.of(WebhookState.PENDING, 5L, WebhookState.PROCESSED, 1L));
    }

    @Test
    default void onlyWhatWasSettledLongAgoIsRemovedInBatches() {
        for (int i = 0; i < 5; i++) {
            settle(stored(delivered("d" + i, "b")), WebhookState.PROCESSED);
        }
        WebhookId waiting = stored(hook("waits"));
        Instant settled = NOON.plusSeconds(5);

        assertThat(archive().prune(settled, 10)).isZero();
        assertThat(archive().prune(settled.plusSeconds(1), 3)).isEqualTo(3);
        assertThat(archive().prune(settled.plusSeconds(1), 3)).isEqualTo(2);
        assertThat(archive().counts()).isEqualTo(Map.of(WebhookState.PENDING, 1L));
        assertThat(archive().find(waiting)).isPresent();
    }

    @Test
    default void whatAUnitOfWorkStoredVanishesWithIt() {
        Undone.in(unitOfWork(), () -> stored(hook("b")));
        assertThat(pending()).isEmpty();
        assertThat(isAdded(hook("b"))).isTrue();
    }

    @Test
    default void ofManyWhoStoreTheSameAtOnceOneDoes() {
        List<List<StoredWebhook>> answers = Racers.race(
                8,
                number -> unitOfWork()
                        .inOne(() -> number % 2 == 0
                                ? subject().store(List.of(hook("a"), hook("b"), hook("c")))
                                : subject().store(List.of(hook("c"), hook("b"), hook("a")))));
        assertThat(answers.stream().flatMap(List::stream).filter(StoredWebhook::isAdded))
                .hasSize(3);
        assertThat(pending()).hasSize(3);
    }
}
