package io.tallyport.core.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ConflictStore} and {@link ConflictInbox} keeps to. */
public interface ConflictsContract {

    RouteId ROUTE = new RouteId("main");
    Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");

    ConflictStore subject();

    ConflictInbox inbox();

    UnitOfWork unitOfWork();

    private static Sighting sighting(String item, ConflictKind kind, String plan, int local) {
        return new Sighting(
                ROUTE,
                kind,
                "SKU " + item,
                "a title",
                Optional.of(new ExternalId("s" + item)),
                new ExternalId(item),
                Optional.empty(),
                Optional.of(Quantity.parse(local + ".125")),
                Optional.of(Quantity.of(3)),
                Optional.of(Quantity.of(local)),
                plan,
                NOON.plusSeconds(local),
                "it was so");
    }

    private static Sighting over(String item, String plan, int local) {
        return sighting(item, ConflictKind.OVER_THRESHOLD, plan, local);
    }

    private static Answer answer(Answer.Kind kind) {
        return new Answer(
                kind,
                kind == Answer.Kind.VALUE ? Optional.of(Quantity.of(5)) : Optional.empty(),
                Optional.of(Quantity.of(9)),
                Optional.of(Quantity.of(3)),
                "owner",
                NOON);
    }

    private Conflict only() {
        assertThat(inbox().live(ROUTE)).hasSize(1);
        return inbox().live(ROUTE).get(0);
    }

    private void close(String item, ConflictState... states) {
        subject().close(ROUTE, List.of(new ExternalId(item)), Set.of(states), NOON);
    }

    @Test
    default void whatIsSeenIsKeptWithEverything() {
        subject().sight(List.of(over("t", "p1", 9)));

        Conflict conflict = only();
        assertThat(conflict).isEqualTo(Conflict.first(conflict.id(), over("t", "p1", 9)));
        assertThat(inbox().find(conflict.id())).contains(conflict);
        assertThat(inbox().find(conflict.id() + 1)).isEmpty();
    }

    @Test
    default void theSameRowIsOneConflictThatCountsItsPlans() {
        subject().sight(List.of(over("t", "p1", 9)));
        subject().sight(List.of(over("t", "p1", 9)));
        subject().sight(List.of(over("t", "p2", 10)));

        Conflict conflict = only();
        assertThat(conflict.count()).isEqualTo(2);
        assertThat(conflict.opened()).isEqualTo(NOON.plusSeconds(9));
        assertThat(conflict.last()).isEqualTo(over("t", "p2", 10));
    }

    @Test
    default void aPersonIsAskedOnlyAfterEnoughSightings() {
        subject().sight(List.of(sighting("t", ConflictKind.STALE_TWICE, "p1", 9)));
        assertThat(only().state()).isEqualTo(ConflictState.WATCHED);

        subject().sight(List.of(sighting("t", ConflictKind.STALE_TWICE, "p1", 9)));
        assertThat(only().state()).isEqualTo(ConflictState.WATCHED);

        subject().sight(List.of(sighting("t", ConflictKind.STALE_TWICE, "p2", 9)));
        assertThat(only().state()).isEqualTo(ConflictState.OPEN);
    }

    @Test
    default void whatIsClosedIsNotLiveAndMayComeAgainAsAnother() {
        subject().sight(List.of(over("t", "p1", 9)));
        long first = only().id();

        close("t", ConflictState.OPEN);
        assertThat(inbox().live()).isEmpty();
        assertThat(inbox().find(first).orElseThrow().closed()).contains(NOON);

        subject().sight(List.of(over("t", "p3", 9)));
        assertThat(only().id()).isGreaterThan(first);
        assertThat(only().count()).isEqualTo(1);
        close("t", ConflictState.OPEN);
        subject().sight(List.of(over("t", "p4", 9)));
        assertThat(only().count()).isEqualTo(1);
    }

    @Test
    default void onlyTheNamedStatesAreClosed() {
        subject().sight(List.of(over("t", "p1", 9), over("u", "p1", 9)));
        long kept = inbox().live(ROUTE).get(0).id();
        assertThat(subject().keep(kept, answer(Answer.Kind.VALUE))).isTrue();

        subject()
                .close(
                        ROUTE,
                        List.of(new ExternalId("t"), new ExternalId("u"), new ExternalId("v")),
                        Set.of(ConflictState.OPEN, ConflictState.WATCHED),
                        NOON);

        assertThat(inbox().live()).extracting(Conflict::state).containsExactly(ConflictState.KEPT);
    }

    @Test
    default void anAnswerIsKeptUntilTheRowIsSeenAgain() {
        subject().sight(List.of(over("t", "p1", 9)));
        for (Answer.Kind kind : Answer.Kind.values()) {
            assertThat(subject().keep(only().id(), answer(kind))).isTrue();
            assertThat(only().answer()).contains(answer(kind));
        }

        subject().sight(List.of(over("t", "p2", 9)));

        assertThat(only().state()).isEqualTo(ConflictState.OPEN);
        assertThat(only().answer()).isEmpty();
    }

    @Test
    default void whatIsNotLiveIsNotAnswered() {
        subject().sight(List.of(over("t", "p1", 9)));
        long id = only().id();
        close("t", ConflictState.OPEN);

        assertThat(subject().keep(id, answer(Answer.Kind.IGNORE))).isFalse();
        assertThat(subject().keep(id + 1, answer(Answer.Kind.IGNORE))).isFalse();
        assertThat(inbox().find(id).orElseThrow().state()).isEqualTo(ConflictState.CLOSED);
    }

    @Test
    default void routesDoNotDisturbEachOther() {
        subject().sight(List.of(over("t", "p1", 9)));
        RouteId other = new RouteId("other");

        subject().close(other, List.of(new ExternalId("t")), Set.of(ConflictState.values()), NOON);

        assertThat(inbox().live(other)).isEmpty();
        assertThat(inbox().live(ROUTE)).hasSize(1);
    }

    @Test
    default void manyAreSeenAndClosedAtOnce() {
        List<Sighting> many =
                IntStream.range(0, 1200).mapToObj(i -> over("t" + i, "p1", 9)).toList();
        subject().sight(many);
        assertThat(inbox().live()).hasSize(1200);

        subject().close(ROUTE, many.stream().map(Sighting::targetItem).toList(), Set.of(ConflictState.OPEN), NOON);
        assertThat(inbox().live()).isEmpty();
    }

    @Test
    default void aLongTitleIsCutAndAFailedUnitOfWorkLeavesThemAsTheyWere() {
        Sighting plain = over("t", "p1", 9);
        Sighting titled = new Sighting(
                plain.route(),
                plain.kind(),
                plain.key(),
                "t".repeat(4000),
                plain.sourceItem(),
                plain.targetItem(),
                plain.acknowledged(),
                plain.local(),
                plain.remote(),
                plain.desired(),
                plain.plan(),
                plain.at(),
                plain.detail());
        subject().sight(List.of(titled));
        Conflict before = only();
        assertThat(before.last().title()).isEqualTo("t".repeat(255));

        Undone.in(unitOfWork(), () -> {
            subject().sight(List.of(over("t", "p2", 1), over("u", "p2", 1)));
            close("t", ConflictState.OPEN);
        });

        assertThat(inbox().live()).containsExactly(before);
    }

    @Test
    default void ofSeveralWhoSeeOneRowAtOnceOneConflictComes() {
        List<Boolean> answers = Racers.race(6, number -> {
            subject().sight(List.of(over("t", "p" + number, 9)));
            return true;
        });

        assertThat(answers).hasSize(6);
        assertThat(inbox().live()).hasSize(1);
    }
}
