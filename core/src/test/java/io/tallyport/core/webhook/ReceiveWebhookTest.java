package io.tallyport.core.webhook;

import static io.tallyport.core.webhook.HookHouse.SECRET;
import static io.tallyport.core.webhook.HookHouse.TILL;
import static io.tallyport.core.webhook.HookHouse.signed;
import static io.tallyport.core.webhook.HookHouse.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiveWebhookTest {

    private static final Secret FORGER = new Secret("forger's guess");

    private final HookHouse house = new HookHouse();

    private List<WebhookEvent> stored() {
        return house.webhooks.list(WebhookFilter.ALL, Optional.empty(), 1000).items();
    }

    private int jobs() {
        return house.jobs
                .history()
                .list(JobFilter.ALL, Optional.empty(), 100)
                .items()
                .size();
    }

    @Test
    void aSignedHookIsStoredAsItCameWithOneJobForAll() {
        ReceiveWebhook receiver = house.receiver();
        IncomingWebhook hook = signed("{\"n\":1}", SECRET);

        assertThat(receiver.receive(hook)).isEqualTo(WebhookAnswer.STORED);
        assertThat(receiver.receive(signed("{\"n\":2}", SECRET))).isEqualTo(WebhookAnswer.STORED);

        WebhookEvent first = stored().get(1);
        assertThat(first.topic()).isEqualTo("consignment.receive");
        assertThat(first.trust()).isEqualTo(WebhookTrust.SIGNED);
        assertThat(house.webhooks.body(first.id())).contains(hook.body());
        assertThat(jobs()).isOne();
    }

    @Test
    void theSameBytesAgainAreADuplicateAndAnsweredWell() {
        ReceiveWebhook receiver = house.receiver();
        receiver.receive(signed("{}", SECRET));
        WebhookAnswer again = receiver.receive(signed("{}", SECRET));
        assertThat(again).isEqualTo(WebhookAnswer.DUPLICATE);
        assertThat(again.isKept()).isTrue();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void forgedAndUnsignedHooksAreRefusedAndLeaveNothing() {
        ReceiveWebhook receiver = house.receiver();
        assertThat(receiver.receive(signed("{}", FORGER))).isEqualTo(WebhookAnswer.REFUSED);
        assertThat(receiver.receive(unsigned("{}", Optional.empty()))).isEqualTo(WebhookAnswer.REFUSED);
        assertThat(receiver.receive(unsigned("{}", Optional.of("guess")))).isEqualTo(WebhookAnswer.REFUSED);
        assertThat(stored()).isEmpty();
        assertThat(jobs()).isZero();
    }

    @Test
    void aWrongSignatureIsNotHealedByTheRightPath() {
        IncomingWebhook forged = signed("{}", FORGER);
        IncomingWebhook withPath =
                HookHouse.request(Optional.of(HookHouse.PATH.reveal()), forged.headers(), forged.body());
        assertThat(house.receiver().receive(withPath)).isEqualTo(WebhookAnswer.REFUSED);
    }

    @Test
    void anUnsignedHookNeedsTheSecretOfItsPath() {
        assertThat(house.receiver().receive(unsigned("{}", Optional.of(HookHouse.PATH.reveal()))))
                .isEqualTo(WebhookAnswer.STORED);
        assertThat(stored().get(0).trust()).isEqualTo(WebhookTrust.SECRET_PATH);
    }

    @Test
    void anotherPlatformOrConnectionIsRefusedAsAForgedHookIs() {
        IncomingWebhook good = signed("{}", SECRET);
        for (String[] address : new String[][] {{"shopify", "till"}, {"lightspeed-x", "other"}, {"x", "../etc\n"}}) {
            IncomingWebhook hook = new IncomingWebhook(
                    address[0], address[1], Optional.empty(), "a", good.headers(), Map.of(), good.body());
            assertThat(house.receiver().receive(hook)).isEqualTo(WebhookAnswer.REFUSED);
        }
    }

    @Test
    void twoSecretsCountWhileOneTakesTheOthersPlace() {
        Secret fresh = new Secret("fresh");
        house.connect(TILL, HookHouse.X, Map.of(HookSecrets.SIGNING, fresh, HookSecrets.SIGNING_BEFORE, SECRET));
        ReceiveWebhook receiver = house.receiver();
        assertThat(receiver.receive(signed("1", fresh))).isEqualTo(WebhookAnswer.STORED);
        assertThat(receiver.receive(signed("2", SECRET))).isEqualTo(WebhookAnswer.STORED);
        assertThat(receiver.receive(signed("3", FORGER))).isEqualTo(WebhookAnswer.REFUSED);
    }

    @Test
    void aSecretThatIsReplacedCountsUntilTheNextButOne() {
        RotateHookSecret rotate =
                new RotateHookSecret(house.connections, house.secrets, house.audit, house.unitOfWork, house.clock);
        rotate.signing(TILL, new Secret("second"), "owner");
        assertThat(house.receiver().receive(signed("1", SECRET))).isEqualTo(WebhookAnswer.STORED);
        assertThat(house.receiver().receive(signed("2", new Secret("second")))).isEqualTo(WebhookAnswer.STORED);
        rotate.signing(TILL, new Secret("third"), "owner");
        rotate.path(TILL, "owner");
        house.clock.set(house.clock.instant().plusSeconds(60));
        assertThat(house.receiver().receive(signed("3", SECRET))).isEqualTo(WebhookAnswer.REFUSED);
        assertThat(house.receiver().receive(signed("4", new Secret("second")))).isEqualTo(WebhookAnswer.STORED);
        assertThat(house.receiver().receive(signed("5", new Secret("third")))).isEqualTo(WebhookAnswer.STORED);
        assertThat(house.receiver().receive(unsigned("6", Optional.of(HookHouse.PATH.reveal()))))
                .isEqualTo(WebhookAnswer.STORED);
        assertThat(house.audit.recent(9)).hasSize(3);
    }

    @Test
    void aSecretThatWasChangedCountsForAHookThatWouldBeRefused() {
        ReceiveWebhook receiver = house.receiver();
        receiver.receive(signed("1", SECRET));
        Secret fresh = new Secret("fresh");
        house.connect(TILL, HookHouse.X, Map.of(HookSecrets.SIGNING, fresh));
        house.clock.set(house.clock.instant().plusSeconds(2));

        assertThat(receiver.receive(signed("2", fresh))).isEqualTo(WebhookAnswer.STORED);
        assertThat(receiver.receive(signed("3", SECRET))).isEqualTo(WebhookAnswer.REFUSED);
    }

    @Test
    void onlyWhatIsNotSignedRightlyIsLimited() {
        house.settings = new WebhookSettings(1000, 3, Duration.ofSeconds(60), 8, Duration.ofDays(1));
        ReceiveWebhook receiver = house.receiver();
        List<WebhookAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(receiver.receive(signed("{}", FORGER)));
        }
        assertThat(answers)
                .containsExactly(
                        WebhookAnswer.REFUSED,
                        WebhookAnswer.REFUSED,
                        WebhookAnswer.REFUSED,
                        WebhookAnswer.LIMITED,
                        WebhookAnswer.LIMITED);
        for (int i = 0; i < 10; i++) {
            assertThat(receiver.receive(signed("n" + i, SECRET))).isEqualTo(WebhookAnswer.STORED);
        }
        // It may be a real one, so it is asked for again.
        assertThat(receiver.receive(unsigned("{}", Optional.of(HookHouse.PATH.reveal()))))
                .isEqualTo(WebhookAnswer.UNAVAILABLE);

        house.clock.set(house.clock.instant().plusSeconds(60));

        assertThat(receiver.receive(signed("{}", FORGER))).isEqualTo(WebhookAnswer.REFUSED);
    }

    @Test
    void whatIsTooLargeOrMalformedIsNotStored() {
        house.settings = new WebhookSettings(40, 200, Duration.ofSeconds(60), 8, Duration.ofDays(1));
        ReceiveWebhook receiver = house.receiver();
        assertThat(receiver.receive(signed("x".repeat(50), SECRET))).isEqualTo(WebhookAnswer.TOO_LARGE);
        String path = HookHouse.PATH.reveal();
        assertThat(receiver.receive(unsigned("", Optional.of(path)))).isEqualTo(WebhookAnswer.MALFORMED);
        IncomingWebhook badTopic = new IncomingWebhook(
                "lightspeed-x", "till", Optional.of(path), "a", Map.of(), Map.of("topic", "a\nb"), RawBody.of("x"));
        assertThat(receiver.receive(badTopic)).isEqualTo(WebhookAnswer.MALFORMED);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aStorageThatCannotIsAnsweredSoThatTheHookComesAgain() {
        BrokenInbox broken = new BrokenInbox(house.webhooks);
        ReceiveWebhook receiver = house.receiver(broken, WebhookHandlers.NONE);
        broken.failure = Optional.of(new PortException.Transient(FailureContext.of("store"), "gone", null));
        assertThat(receiver.receive(signed("{}", SECRET))).isEqualTo(WebhookAnswer.UNAVAILABLE);
        broken.failure = Optional.empty();
        assertThat(receiver.receive(signed("{}", SECRET))).isEqualTo(WebhookAnswer.STORED);
    }

    @Test
    void whatComesAtOnceIsStoredEachOnce() {
        ReceiveWebhook receiver = house.receiver();
        List<WebhookAnswer> answers = Racers.race(16, number -> receiver.receive(signed("n" + number / 2, SECRET)));
        assertThat(answers).filteredOn(answer -> answer == WebhookAnswer.STORED).hasSize(8);
        assertThat(answers)
                .filteredOn(answer -> answer == WebhookAnswer.DUPLICATE)
                .hasSize(8);
        assertThat(stored()).hasSize(8);
        assertThat(jobs()).isOne();
    }

    @Test
    void aDirectHandlerRunsAtOnceAndItsFailureIsLeftToTheJob() {
        List<String> seen = new ArrayList<>();
        WebhookHandlers handlers = WebhookHandlers.NONE.withDirect(
                new WebhookHandlers.Topic(HookHouse.X, "consignment.receive"), (event, body) -> {
                    seen.add(body.text());
                    if (seen.size() == 2) {
                        throw new PortException.Transient(FailureContext.of("fetch"), "later", null);
                    }
                });
        ReceiveWebhook receiver = house.receiver(house.webhooks, handlers);
        receiver.receive(signed("1", SECRET));
        receiver.receive(signed("2", SECRET));
        assertThat(stored().stream().map(WebhookEvent::state))
                .containsExactly(WebhookState.PENDING, WebhookState.PROCESSED);
        assertThat(house.worker(handlers).runDue()).isZero();

        house.clock.set(house.clock.instant().plusSeconds(60));

        assertThat(house.worker(handlers).runDue()).isOne();
        assertThat(stored()).allMatch(event -> event.state() == WebhookState.PROCESSED);
        assertThat(seen).hasSize(3);
    }

    /** A storage that fails when it is told to. */
    private static final class BrokenInbox implements WebhookInbox {

        private final WebhookInbox inbox;
        private Optional<RuntimeException> failure = Optional.empty();

        BrokenInbox(WebhookInbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public List<StoredWebhook> store(List<NewWebhook> hooks) {
            failure.ifPresent(thrown -> {
                throw thrown;
            });
            return inbox.store(hooks);
        }

        @Override
        public List<WebhookEvent> pending(ConnectionId connection, Optional<WebhookId> after, int limit) {
            return inbox.pending(connection, after, limit);
        }

        @Override
        public boolean settle(WebhookId id, WebhookVerdict verdict) {
            return inbox.settle(id, verdict);
        }

        @Override
        public boolean replay(WebhookId id) {
            return inbox.replay(id);
        }
    }
}
