package io.tallyport.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RunStore} keeps to. */
public interface RunStoreContract {

    /** In the hour that daylight saving skips in California, where the tests' JVM lives. */
    Instant START = Instant.parse("2026-03-08T02:30:00.123456Z");

    RunStore subject();

    UnitOfWork unitOfWork();

    private static Run run(String id, Instant started) {
        return new Run(
                new RunId(id),
                "stock-apply",
                new RouteId("till-to-shop"),
                Optional.of("plan-1"),
                "Zoë",
                started,
                Optional.empty(),
                RunState.RUNNING,
                Map.of(),
                "läuft");
    }

    @Test
    default void whatWasSavedIsFoundAgain() {
        subject().save(run("r1", START));

        assertThat(subject().find(new RunId("r1"))).contains(run("r1", START));
    }

    @Test
    default void anEndedRunReplacesTheRunningOne() {
        Run run = run("r1", START);
        subject().save(run);
        Map<String, Long> counts = Map.of("WRITTEN", 30_000L, "written", 1L, "REFUSED", 0L);
        Run ended = run.ended(START.plusSeconds(90), RunState.PARTIAL, counts, "one left out");

        subject().save(ended);

        assertThat(subject().find(run.id())).contains(ended);
        assertThat(subject().recent(10)).containsExactly(ended);
    }

    @Test
    default void countsThatAreNoMoreAreGone() {
        Run run = run("r1", START);
        subject().save(run.ended(START, RunState.PARTIAL, Map.of("A", 1L, "B", 2L), ""));
        Run fewer = run.ended(START, RunState.COMPLETED, Map.of("B", 3L), "");

        subject().save(fewer);

        assertThat(subject().find(run.id())).contains(fewer);
    }

    @Test
    default void aRunWithoutPlanIsFoundAgain() {
        Run run = run("r1", START);
        Run plain = new Run(
                run.id(),
                "stock-plan",
                run.route(),
                Optional.empty(),
                "",
                START,
                Optional.empty(),
                RunState.RUNNING,
                Map.of(),
                "");

        subject().save(plain);

        assertThat(subject().find(run.id())).contains(plain);
    }

    @Test
    default void recentOnesComeNewestStartFirst() {
        subject().save(run("middle", START.plusSeconds(1)));
        subject().save(run("new", START.plusSeconds(2)));
        subject().save(run("old", START));

        assertThat(subject().recent(2)).extracting(run -> run.id().value()).containsExactly("new", "middle");
        assertThat(subject().recent(10)).hasSize(3);
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        subject().save(run("r1", START.plusNanos(789)).ended(START.plusNanos(999), RunState.FAILED, Map.of(), ""));

        Run found = subject().find(new RunId("r1")).orElseThrow();
        assertThat(found.started()).isEqualTo(START);
        assertThat(found.ended()).contains(START);
    }

    @Test
    default void anUnknownOneIsNotFound() {
        assertThat(subject().find(new RunId("nothing"))).isEmpty();
        assertThat(subject().recent(10)).isEmpty();
    }

    @Test
    default void idsThatDifferInCaseOrSpaceAreDifferent() {
        subject().save(run("a", START));
        subject().save(run("A", START));
        subject().save(run("a ", START));

        assertThat(subject().recent(10)).hasSize(3);
        assertThat(subject().find(new RunId("a "))).contains(run("a ", START));
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        subject().save(run("r1", START));

        Undone.in(unitOfWork(), () -> {
            subject().save(run("r1", START).ended(START, RunState.FAILED, Map.of("A", 1L), ""));
            subject().save(run("r2", START));
        });

        assertThat(subject().recent(10)).containsExactly(run("r1", START));
    }
}
