package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PlanStore} keeps to. */
public interface PlanStoreContract {

    Instant CREATED = Instant.parse("2026-03-08T02:30:00.123456Z");

    PlanStore subject();

    UnitOfWork unitOfWork();

    private static PlanRecord plan(String id, Instant created) {
        return new PlanRecord(
                new PlanId(id),
                new RouteId("till-to-shop"),
                Environment.PRODUCTION,
                "a".repeat(64),
                PlanState.READY,
                created,
                created.plus(Duration.ofHours(1)),
                "/home/zoë/pläne/plan.json",
                30_000_000_000L);
    }

    private static PlanRecord plan(String id) {
        return plan(id, CREATED);
    }

    @Test
    default void whatWasAddedIsFoundAgain() {
        subject().add(plan("p"));

        assertThat(subject().find(new PlanId("p"))).contains(plan("p"));
    }

    @Test
    default void whatItUndoesIsKept() {
        PlanRecord plan = new PlanRecord(
                new PlanId("p"),
                new RouteId("till-to-shop"),
                Environment.SANDBOX,
                "a",
                PlanState.READY,
                CREATED,
                CREATED,
                "plan.json",
                1,
                new PlanOrigin(PlanOrigin.Kind.ROLLBACK, "run-7"));
        subject().add(plan);

        assertThat(subject().find(new PlanId("p"))).contains(plan);
        assertThat(subject().recent(1)).containsExactly(plan);
    }

    @Test
    default void theSameIdTwiceIsAConflictAndTheFirstStays() {
        subject().add(plan("p"));

        assertThatThrownBy(() -> subject().add(plan("p").with("b", PlanState.APPLIED)))
                .isInstanceOf(PortException.Conflict.class);

        assertThat(subject().recent(10)).containsExactly(plan("p"));
    }

    @Test
    default void hashAndStateAreChangedWhenThePlanIsStillAsExpected() {
        subject().add(plan("p"));
        PlanRecord wanted = plan("p").with("b".repeat(64), PlanState.HELD);

        assertThat(subject().change(plan("p"), wanted)).isTrue();
        assertThat(subject().find(new PlanId("p"))).contains(wanted);
    }

    @Test
    default void nothingElseIsChanged() {
        subject().add(plan("p"));
        PlanRecord wanted = new PlanRecord(
                new PlanId("p"),
                new RouteId("other"),
                Environment.SANDBOX,
                "a".repeat(64),
                PlanState.APPLYING,
                CREATED.plusSeconds(1),
                CREATED.plusSeconds(2),
                "other",
                1);

        assertThat(subject().change(plan("p"), wanted)).isTrue();

        assertThat(subject().find(new PlanId("p"))).contains(plan("p").with("a".repeat(64), PlanState.APPLYING));
    }

    @Test
    default void aPlanWithAnotherHashOrStateIsLeftAlone() {
        subject().add(plan("p"));
        PlanRecord wanted = plan("p").with("c", PlanState.APPLIED);

        assertThat(subject().change(plan("p").with("b", PlanState.READY), wanted))
                .isFalse();
        assertThat(subject().change(plan("p").with("a".repeat(64), PlanState.HELD), wanted))
                .isFalse();
        assertThat(subject().change(plan("p").with("A".repeat(64), PlanState.READY), wanted))
                .isFalse();
        assertThat(subject().change(plan("unknown"), wanted)).isFalse();

        assertThat(subject().recent(10)).containsExactly(plan("p"));
    }

    @Test
    default void aChangeToTheSameCounts() {
        subject().add(plan("p"));

        assertThat(subject().change(plan("p"), plan("p"))).isTrue();
    }

    @Test
    default void recentOnesComeNewestFirst() {
        subject().add(plan("middle", CREATED.plusSeconds(1)));
        subject().add(plan("new", CREATED.plusSeconds(2)));
        subject().add(plan("old", CREATED));

        assertThat(subject().recent(2)).extracting(plan -> plan.id().value()).containsExactly("new", "middle");
        assertThat(subject().recent(10)).hasSize(3);
    }

    @Test
    default void idsThatDifferInCaseSpaceOrAccentAreDifferent() {
        for (String id : List.of("a", "A", "a ", "ä")) {
            subject().add(plan(id));
        }
        subject().change(plan("a"), plan("a").with("b", PlanState.HELD));

        for (String id : List.of("A", "a ", "ä")) {
            assertThat(subject().find(new PlanId(id))).contains(plan(id));
        }
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        subject().add(plan("p", CREATED.plusNanos(999)));

        assertThat(subject().find(new PlanId("p"))).contains(plan("p"));
    }

    @Test
    default void anUnknownPlanIsNotFound() {
        assertThat(subject().find(new PlanId("nothing"))).isEmpty();
        assertThat(subject().recent(10)).isEmpty();
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        subject().add(plan("p"));

        Undone.in(unitOfWork(), () -> {
            subject().change(plan("p"), plan("p").with("b", PlanState.APPLIED));
            subject().add(plan("new"));
        });

        assertThat(subject().recent(10)).containsExactly(plan("p"));
    }

    @Test
    default void ofSeveralWhoChangeAtOnceExactlyOneWins() {
        for (int round = 0; round < 5; round++) {
            PlanRecord plan = plan("race " + round);
            subject().add(plan);

            List<Boolean> answers =
                    Racers.race(8, number -> subject().change(plan, plan.with("hash " + number, PlanState.APPLYING)));

            assertThat(answers).containsOnlyOnce(true);
        }
    }

    @Test
    default void ofSeveralUnitsThatChangeAtOnceExactlyOneWins() {
        PlanRecord plan = plan("race");
        subject().add(plan);

        List<Boolean> answers = Racers.race(
                8,
                number -> unitOfWork().<Boolean>inOne(() -> {
                    subject().find(plan.id());
                    return subject().change(plan, plan.with("hash " + number, PlanState.APPLYING));
                }));

        assertThat(answers).containsOnlyOnce(true);
    }
}
