package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feign.Param;
import feign.RequestLine;
import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.BudgetReading;
import io.tallyport.core.connection.BudgetReport;
import io.tallyport.core.connection.BudgetSlice;
import io.tallyport.core.connection.LocalBudgetLedger;
import io.tallyport.core.history.ApiCall;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteCallsTest {

    private static final ConnectionId TILL = new ConnectionId("till");
    private static final CallSpec READ = CallSpec.read("things");
    private static final CallSpec KEYED = CallSpec.keyedWrite("setThing");
    private static final CallSpec ONCE = CallSpec.writeOnce("addThing");
    private static final String GOOD = "{\"name\":\"tea\"}";

    record Thing(String name) {}

    interface ThingApi {
        @RequestLine("GET /things?q={q}&access_token=abc")
        Answer<Thing> things(@Param("q") String q);

        @RequestLine("POST /things")
        Answer<Thing> add(Thing thing);

        @RequestLine("GET")
        Answer<Thing> follow(URI url);
    }

    private final StandIn server = new StandIn();
    private final HandClock clock = new HandClock();
    private final CallJournal journal = new CallJournal();
    private final List<String> gateAsked = new ArrayList<>();
    private BudgetLedger budgets = new LocalBudgetLedger(clock);
    private boolean stopped;
    private Duration readTimeout = seconds(20);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aGoodAnswerIsReadAndJournalledWithoutHostAndToken() {
        server.then(200, GOOD, "X-Request-Id", "r-1");

        Answer<Thing> answer = calls().call(READ, () -> api().things("a=b,c"));

        assertThat(answer.body()).isEqualTo(new Thing("tea"));
        assertThat(server.asked().get(0).path()).isEqualTo("/things?q=a%3Db%2Cc&access_token=abc");
        ApiCall call = journal.all().get(0);
        assertThat(call.path()).isEqualTo("/things?q=a%3Db%2Cc&access_token=***");
        assertThat(call.requestId()).contains("r-1");
        assertThat(call.status()).hasValue(200);
        assertThat(call.error()).isEmpty();
    }

    @Test
    void aUrlIsFollowedExactlyAsItWasGiven() {
        server.then(200, GOOD);
        String path = "/API/V3/Account/1/Item.json?load_relations=%5B%22ItemShops%22%5D&after=WyIxIl0%3D&x=%3E%3D%2C2";

        calls().call(READ, () -> api().follow(server.url().resolve(path)));

        assertThat(server.asked().get(0).path()).isEqualTo(path);
    }

    @Test
    void anOverloadedPlatformIsAskedAgainAfterOneTwoAndFourSeconds() {
        server.then(503, "").then(503, "").then(503, "").then(200, GOOD);

        calls().call(READ, () -> api().things("x"));

        assertThat(clock.sleeps()).containsExactly(seconds(1), seconds(2), seconds(4));
        assertThat(gateAsked).hasSize(4);
    }

    @Test
    void whatThePlatformAsksForIsWaitedFor() {
        server.then(429, "", "Retry-After", "2.5").then(200, GOOD);

        calls().call(READ, () -> api().things("x"));

        assertThat(clock.sleeps()).containsExactly(Duration.ofMillis(2500));
    }

    @Test
    void aPlatformThatAsksForTooLongIsNotWaitedFor() {
        server.then(429, "", "Retry-After", "4000");

        PortException.Transient failure = failure(PortException.Transient.class, READ);

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(4000));
        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void aWriteThatMayNotBeRepeatedIsSentOnceWhateverComes() {
        server.thenCut();
        assertThat(failure(PortException.UnknownOutcome.class, ONCE).context().operation())
                .isEqualTo("addThing");
        server.then(429, "", "Retry-After", "1");
        failure(PortException.Transient.class, ONCE);
        server.then(502, "");
        failure(PortException.UnknownOutcome.class, ONCE);

        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aKeyedWriteIsRepeatedUntilAnAnswerComes() {
        server.thenCut().thenBreakOff("{\"na").then(200, GOOD);

        assertThat(calls().call(KEYED, () -> api().add(new Thing("tea"))).body())
                .isEqualTo(new Thing("tea"));
        assertThat(server.asked().get(2).body()).isEqualTo(GOOD);
    }

    @Test
    void aKeyedWriteWhoseAnswersStayLostHasAnUnknownOutcome() {
        server.thenCut().then(503, "").then(503, "").then(503, "");

        PortException.UnknownOutcome failure = failure(PortException.UnknownOutcome.class, KEYED);

        assertThat(failure.kind()).isEqualTo(PortException.Kind.UNKNOWN_OUTCOME);
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void aRefusalAfterALostAnswerProvesNothing() {
        server.thenCut().then(422, "{}");

        assertThat(failure(PortException.UnknownOutcome.class, KEYED).context().vendorStatus())
                .hasValue(422);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aKeyedWriteThatWasRefusedForNowIsTransient() {
        server.then(503, "").then(503, "").then(503, "").then(503, "");

        assertThat(failure(PortException.Transient.class, KEYED).context().vendorStatus())
                .hasValue(503);
    }

    @Test
    void anUnreadableAnswerToAWriteLeavesItsOutcomeUnknown() {
        server.then(200, "{\"name\":");

        failure(PortException.UnknownOutcome.class, ONCE);
    }

    @Test
    void theKillSwitchThrownDuringAWaitStopsTheNextSending() {
        server.then(503, "");
        clock.whileAsleep(() -> stopped = true);

        PortException.Rejected failure = failure(PortException.Rejected.class, KEYED);

        assertThat(failure).hasMessage("stopped");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aStopAfterALostAnswerDoesNotHideThatTheWriteMayHaveHappened() {
        server.thenCut();
        clock.whileAsleep(() -> stopped = true);

        PortException.UnknownOutcome failure = failure(PortException.UnknownOutcome.class, KEYED);

        assertThat(failure).hasMessageContaining("stopped");
    }

    @Test
    void aCutOrBrokenOffReadIsRepeated() {
        server.thenCut().thenBreakOff("{").then(500, "<html>").then(200, GOOD);

        calls().call(READ, () -> api().add(new Thing("query")));

        assertThat(journal.all()).hasSize(4);
        assertThat(journal.all().get(0).status()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsTransientEvenForAWriteThatMayNotBeRepeated() {
        URI gone = server.url();
        server.close();
        ThingApi api = new RemoteApis(HttpSettings.DEFAULT)
                .open(ThingApi.class, gone, WireJson.mapper().build(), request -> {});

        assertThatThrownBy(() -> calls().call(ONCE, () -> api.add(new Thing("tea"))))
                .isInstanceOf(PortException.Transient.class)
                .hasMessageContaining("no connection");
    }

    @Test
    void aWebPageInsteadOfJsonIsAskedAgainAndThenAProtocolFailure() {
        for (int i = 0; i < 4; i++) {
            server.then(200, "<!DOCTYPE html><html>hello</html>", "Content-Type", "text/html");
        }

        PortException.Protocol failure = failure(PortException.Protocol.class, READ);

        assertThat(failure).hasMessage("an HTML page came instead of JSON");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void brokenJsonAndWhatTheAdapterCannotUseAreProtocolFailuresAtOnce() {
        server.then(200, "{\"name\":").then(200, "").then(200, "null").then(200, "{}");

        failure(PortException.Protocol.class, READ);
        failure(PortException.Protocol.class, READ);
        failure(PortException.Protocol.class, READ);
        PortException.Protocol missing = catchThrowableOfType(
                PortException.Protocol.class,
                () -> calls().call(READ, () -> api().things("x"), answer -> {
                    throw Problem.unreadable("name is missing").asException();
                }));

        assertThat(missing.describe()).isEqualTo("XX1 name is missing (things on till, status 200): look");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void redirectsAreNotFollowed() {
        server.then(302, "", "Location", server.url() + "/elsewhere");

        assertThat(failure(PortException.Protocol.class, READ)).hasMessageContaining("redirect");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void anAnswerBeyondTheLimitIsNotReadToItsEnd() {
        server.then(200, "{\"name\":\"" + "x".repeat(300) + "\"}");

        assertThat(failure(PortException.Protocol.class, READ)).hasMessage("the answer is larger than 200 bytes");
    }

    @Test
    void aServerThatStallsInsideTheBodyRunsIntoTheReadTimeout() {
        readTimeout = Duration.ofMillis(300);
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            parked();
        });

        PortException.Transient failure = catchThrowableOfType(
                PortException.Transient.class,
                () -> calls(CallSettings.DEFAULT.withAttempts(1)).call(READ, () -> api().things("x")));

        assertThat(failure).hasMessage("no answer in time");
    }

    @Test
    void anInterruptEndsTheWaitAndStaysVisible() {
        server.then(503, "");
        clock.whileAsleep(() -> Thread.currentThread().interrupt());

        assertThat(failure(PortException.Transient.class, READ)).hasMessage("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aConnectionThatBreaksDownAgainAndAgainIsLeftAlone() {
        RemoteCalls calls =
                calls(new CallSettings(1, Duration.ofSeconds(1), Duration.ofMinutes(1), 2, Duration.ofHours(1)));
        server.thenCut().thenCut();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> calls.call(READ, () -> api().add(new Thing("query"))))
                    .isInstanceOf(PortException.Transient.class);
        }

        PortException.Transient failure = catchThrowableOfType(
                PortException.Transient.class, () -> calls.call(READ, () -> api().add(new Thing("query"))));

        assertThat(failure.retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aMissingTokenIsAnAuthenticationFailureAndNothingIsSent() {
        ThingApi api = new RemoteApis(HttpSettings.DEFAULT)
                .open(ThingApi.class, server.url(), WireJson.mapper().build(), request -> {
                    throw new PortException.Authentication(FailureContext.of("token"), "no token");
                });

        assertThatThrownBy(() -> calls().call(KEYED, () -> api.add(new Thing("tea"))))
                .isInstanceOf(PortException.Authentication.class);
        assertThat(server.asked()).isEmpty();
    }

    private static void parked() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <E extends Throwable> E failure(Class<E> type, CallSpec spec) {
        RemoteCalls calls = calls();
        return catchThrowableOfType(
                type,
                () -> calls.call(
                        spec, () -> spec.access() == Access.READ ? api().things("x") : api().add(new Thing("tea"))));
    }

    @Test
    void aBudgetThatCannotBeAskedFailsTheCallAndDoesNotHideALostWrite() {
        budgets = new Fused(new LocalBudgetLedger(clock), 0);
        failure(PortException.Transient.class, KEYED);
        assertThat(server.asked()).isEmpty();

        server.thenCut();
        budgets = new Fused(new LocalBudgetLedger(clock), 1);
        failure(PortException.UnknownOutcome.class, KEYED.costing(500));
        assertThat(server.asked()).hasSize(1);
    }

    /** A ledger whose database goes away after some reservations. */
    private record Fused(BudgetLedger ledger, AtomicInteger left) implements BudgetLedger {

        private Fused(BudgetLedger ledger, int reservations) {
            this(ledger, new AtomicInteger(reservations));
        }

        @Override
        public BudgetSlice reserve(BudgetKey key, BudgetReading initial, BudgetReport report, double points) {
            if (left.getAndDecrement() <= 0) {
                throw new PortException.Transient(FailureContext.of("reserve budget"), "no database", null);
            }
            return ledger.reserve(key, initial, report, points);
        }

        @Override
        public void report(BudgetKey key, BudgetReport report) {
            ledger.report(key, report);
        }

        @Override
        public void pause(BudgetKey key, Duration length) {
            ledger.pause(key, length);
        }
    }

    private ThingApi api() {
        HttpSettings settings = new HttpSettings(seconds(20), readTimeout, 200, "Tallyport/test");
        return new RemoteApis(settings)
                .open(ThingApi.class, server.url(), WireJson.mapper().build(), request -> {});
    }

    private RemoteCalls calls() {
        return calls(CallSettings.DEFAULT);
    }

    private RemoteCalls calls(CallSettings settings) {
        Surroundings around = new Surroundings(
                (connection, access, operation) -> {
                    gateAsked.add(operation);
                    if (stopped) {
                        throw new PortException.Rejected(FailureContext.of(operation), "stopped");
                    }
                },
                journal,
                clock,
                clock,
                () -> 0,
                budgets);
        RateBudget budget = new SharedBudget(new BudgetKey("till"), new BucketReading(1000, 1000, 10), around);
        return new RemoteCalls(TILL, around, new ByStatus(), budget, settings);
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }

    private static final class ByStatus implements AnswerClassifier {
        private static final ErrorCode CODE = new ErrorCode("XX1", "broken", "look");

        @Override
        public Optional<Problem> problem(Answer<?> answer) {
            return switch (answer.status()) {
                case 200 -> Optional.empty();
                case 429, 503 -> Optional.of(Problem.of(Problem.Kind.NOT_DONE, "busy", CODE));
                case 500, 502 -> Optional.of(Problem.of(Problem.Kind.LOST, "broken", CODE));
                default -> Optional.of(Problem.of(Problem.Kind.REJECTED, "no: " + answer.status(), CODE));
            };
        }

        @Override
        public ErrorCode code(Breakdown breakdown) {
            return CODE;
        }
    }
}
