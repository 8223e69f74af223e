package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.conflict.ConflictKind;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.conflict.Sighting;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.history.ApiCall;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunState;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PastStore} keeps to; the other stores are those of the same database. */
public interface PastStoreContract {

    Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    Instant CUT = Instant.parse("2026-06-01T00:00:00Z");
    Instant NEW = Instant.parse("2026-11-01T00:00:00Z");
    RouteId ROUTE = new RouteId("main");

    PastStore subject();

    ApiLog apiLog();

    SyncLog syncLog();

    RunStore runs();

    IntentJournal intents();

    PreImageStore preImages();

    PlanStore plans();

    ConflictStore conflicts();

    private void assertRemoved(Past what, int wanted) {
        assertThat(subject().count(what, CUT)).isEqualTo(wanted);
        assertThat(subject().remove(what, CUT, 1)).isEqualTo(Math.min(1, wanted));
        assertThat(subject().remove(what, CUT, 100)).isEqualTo(Math.max(0, wanted - 1));
        assertThat(subject().count(what, CUT)).isZero();
        assertThat(subject().remove(what, CUT, 100)).isZero();
    }

    @Test
    default void oldCallsGo() {
        for (Instant at : List.of(OLD, OLD.plusSeconds(1), CUT, NEW)) {
            apiLog().record(new ApiCall(
                    at,
                    new ConnectionId("shop"),
                    "read",
                    "GET",
                    "/",
                    OptionalInt.of(200),
                    Duration.ofMillis(5),
                    Optional.empty(),
                    Optional.empty()));
        }

        assertRemoved(Past.API_LOG, 2);
        assertThat(apiLog().recent(9)).extracting(ApiCall::at).containsExactly(NEW, CUT);
    }

    @Test
    default void oldRowsOfTheSyncLogGo() {
        for (Instant at : List.of(OLD, OLD, NEW)) {
            syncLog()
                    .append(List.of(new SyncEntry(
                            new RunId("r"),
                            at,
                            "S1",
                            "set",
                            "WRITTEN",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "")));
        }

        assertRemoved(Past.SYNC_LOG, 2);
        assertThat(syncLog().about("S1", 9)).hasSize(1);
    }

    private Run run(String id, Instant started, RunState state) {
        Run run = new Run(
                new RunId(id),
                "stock-apply",
                ROUTE,
                Optional.empty(),
                "owner",
                started,
                Optional.of(started),
                state,
                Map.of("written", 3L),
                "");
        runs().save(run);
        return run;
    }

    @Test
    default void oldRunsGoWithTheirCountsAndARunningOneStays() {
        run("a", OLD, RunState.COMPLETED);
        run("b", OLD, RunState.FAILED);
        Run running = run("c", OLD, RunState.RUNNING);
        Run late = run("d", NEW, RunState.COMPLETED);

        assertRemoved(Past.RUNS, 2);
        assertThat(runs().recent(9)).containsExactly(late, running);
    }

    private Intent intent(String owner, Instant at, IntentState state) {
        Intent intent = Intent.of(owner, 1, 1, owner, new ConnectionId("shop"), "stock.set", "payload", at);
        intents().record(intent);
        if (state != IntentState.RECORDED) {
            intents().settle(intent.id(), state, "");
        }
        preImages()
                .save(
                        new RunId(owner),
                        List.of(
                                new PreImage(intent.id(), "S1", new ExternalId("1"), StockFigure.AVAILABLE, 3, 4),
                                new PreImage(intent.id(), "S2", new ExternalId("2"), StockFigure.AVAILABLE, 5, 6)));
        return intent;
    }

    @Test
    default void settledIntentsGoWithTheirPreImagesAndOpenOnesStayForEver() {
        intent("a", OLD, IntentState.APPLIED);
        intent("b", OLD, IntentState.NOT_APPLIED);
        Intent open = intent("c", OLD, IntentState.RECORDED);
        Intent unknown = intent("d", OLD, IntentState.UNKNOWN);
        Intent late = intent("e", NEW, IntentState.APPLIED);

        assertThat(subject().count(Past.PRE_IMAGES, CUT)).isEqualTo(4);
        assertRemoved(Past.INTENTS, 2);
        assertThat(subject().count(Past.PRE_IMAGES, CUT)).isZero();
        assertThat(subject().remove(Past.PRE_IMAGES, NEW.plusSeconds(1), 9)).isZero();
        for (Intent kept : List.of(open, unknown, late)) {
            assertThat(intents().find(kept.id())).isPresent();
        }
        assertThat(preImages().ofRun(new RunId("a"))).isEmpty();
        assertThat(preImages().ofRun(new RunId("c"))).hasSize(2);
        assertThat(preImages().ofRun(new RunId("e"))).hasSize(2);
    }

    private PlanRecord plan(String id, Instant created, PlanState state) {
        PlanRecord plan = new PlanRecord(
                new PlanId(id),
                ROUTE,
                Environment.SANDBOX,
                "hash",
                state,
                created,
                created.plusSeconds(60),
                "/plans/" + id,
                1);
        plans().add(plan);
        return plan;
    }

    @Test
    default void oldPlansGoAndOneThatIsBeingAppliedStays() {
        PlanRecord first = plan("a", OLD, PlanState.APPLIED);
        PlanRecord second = plan("b", OLD.plusSeconds(1), PlanState.HELD);
        PlanRecord third = plan("c", OLD.plusSeconds(2), PlanState.READY);
        PlanRecord applying = plan("d", OLD, PlanState.APPLYING);
        PlanRecord late = plan("e", NEW, PlanState.APPLIED);

        assertThat(subject().oldestPlans(CUT, 2)).containsExactly(first, second);
        assertThat(subject().remove(Past.PLANS, CUT, 2)).isEqualTo(2);
        assertThat(subject().oldestPlans(CUT, 9)).containsExactly(third);
        assertRemoved(Past.PLANS, 1);
        assertThat(plans().recent(9)).containsExactly(late, applying);
    }

    @Test
    default void onlyClosedConflictsGo() {
        for (String item : List.of("a", "b", "c", "d")) {
            conflicts()
                    .sight(List.of(new Sighting(
                            ROUTE,
                            ConflictKind.OVER_THRESHOLD,
                            item,
                            "",
                            Optional.empty(),
                            new ExternalId(item),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "plan",
                            OLD,
                            "")));
        }
        Set<ConflictState> all = Set.of(ConflictState.values());
        conflicts().close(ROUTE, List.of(new ExternalId("a"), new ExternalId("b")), all, OLD);
        conflicts().close(ROUTE, List.of(new ExternalId("c")), all, NEW);

        assertRemoved(Past.CONFLICTS, 2);
        assertThat(subject().count(Past.CONFLICTS, NEW.plusSeconds(1))).isEqualTo(1);
    }
}
