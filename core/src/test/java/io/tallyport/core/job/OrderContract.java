package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.ids;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which job comes first, and which one later. */
public interface OrderContract extends QueueScenes {

    @Test
    default void whatIsMoreUrgentComesFirst() {
        JobId low = add(work("low").withPriority(Priority.LOW));
        JobId normal = add(work("normal"));
        JobId critical = add(work("critical").withPriority(Priority.CRITICAL));
        JobId high = add(work("high").withPriority(Priority.HIGH));

        assertThat(claimOneByOne(join("w"))).containsExactly(critical, high, normal, low);
    }

    @Test
    default void amongEquallyUrgentOnesTheOlderComesFirst() {
        JobId first = add(work("first"));
        pass(SECOND);
        JobId second = add(work("second"));
        pass(SECOND);
        JobId third = add(work("third"));

        assertThat(claimOneByOne(join("w"))).containsExactly(first, second, third);
    }

    @Test
    default void aBatchHoldsTheLowestRanks() {
        List<NewJob> many = IntStream.range(0, 40).mapToObj(i -> work("n" + i)).toList();
        subject().queue().enqueue(many);
        JobId high = add(work("high").withPriority(Priority.HIGH));
        JobId critical = add(work("critical").withPriority(Priority.CRITICAL));

        assertThat(ids(claim(join("w"), 2))).containsExactlyInAnyOrder(critical, high);
    }

    @Test
    default void lowDoesNotStarve() {
        JobId low = add(work("low").withPriority(Priority.LOW));
        pass(HOUR.minus(MINUTE));
        JobId sooner = add(work("sooner"));
        pass(MINUTE.multipliedBy(2));
        JobId later = add(work("later"));

        assertThat(claimOneByOne(join("w"))).containsExactly(sooner, low, later);
    }

    @Test
    default void evenCriticalOvertakesOnlySixHours() {
        JobId old = add(work("old"));
        pass(Duration.ofHours(6).minus(MINUTE));
        JobId urgent = add(work("urgent").withPriority(Priority.CRITICAL));
        pass(MINUTE.multipliedBy(2));
        JobId tooLate = add(work("too late").withPriority(Priority.CRITICAL));

        assertThat(claimOneByOne(join("w"))).containsExactly(urgent, old, tooLate);
    }

    @Test
    default void aDelayedJobRanksByWhenItIsDue() {
        JobId delayed = add(work("delayed").after(MINUTE.multipliedBy(10)));
        pass(MINUTE.multipliedBy(5));
        JobId before = add(work("before"));
        pass(MINUTE.multipliedBy(10));
        JobId after = add(work("after"));
        tend();

        assertThat(claimOneByOne(join("w"))).containsExactly(before, delayed, after);
    }

    @Test
    default void aDelayedJobIsNotClaimedBeforeItsTime() {
        JobId id = add(work("a").after(MINUTE));
        WorkerId worker = join("w");

        assertThat(stateOf(id)).isEqualTo(JobState.PENDING);
        assertThat(job(id).availableAt()).isEqualTo(START.plus(MINUTE));
        pass(MINUTE.minusNanos(1_000));
        tend();
        assertThat(subject().upkeep().isAnythingDue(TYPES)).isFalse();
        assertThat(claim(worker, 10)).isEmpty();
    }

    @Test
    default void aDelayedJobIsPromotedAtExactlyItsTime() {
        JobId id = add(work("a").after(MINUTE));
        pass(MINUTE);

        assertThat(subject().upkeep().isAnythingDue(TYPES)).isTrue();
        assertThat(subject().upkeep().promote(10)).isEqualTo(1);
        assertThat(subject().upkeep().promote(10)).isZero();
        assertThat(subject().upkeep().isAnythingDue(TYPES)).isTrue();
        assertThat(ids(claim(join("w"), 10))).containsExactly(id);
    }

    @Test
    default void promotingTakesTheEarliestUpToItsLimit() {
        JobId last = add(work("last").after(MINUTE.multipliedBy(3)));
        JobId first = add(work("first").after(MINUTE));
        JobId second = add(work("second").after(MINUTE.multipliedBy(2)));
        pass(HOUR);

        assertThat(subject().upkeep().promote(2)).isEqualTo(2);
        WorkerId worker = join("w");
        assertThat(claimOneByOne(worker)).containsExactly(first, second);
        assertThat(subject().upkeep().promote(2)).isEqualTo(1);
        assertThat(claimOneByOne(worker)).containsExactly(last);
    }

    @Test
    default void nothingIsDueInAnEmptyQueue() {
        assertThat(subject().upkeep().isAnythingDue(TYPES)).isFalse();
        assertThat(subject().upkeep().promote(10)).isZero();
        assertThat(subject().upkeep().reap(10)).isZero();
        assertThat(subject().upkeep().release(10)).isZero();
        assertThat(claim(join("w"), 10)).isEmpty();
    }

    @Test
    default void whatNobodyHereKnowsIsNotDueAndLeftAlone() {
        JobId id = add(work("a"));
        add(work("b").after(MINUTE));
        WorkerId worker = join("w");
        pass(HOUR);

        assertThat(subject().upkeep().isAnythingDue(Set.of("other"))).isFalse();
        assertThat(subject().queue().claim(worker, Set.of("other"), 10)).isEmpty();
        assertThat(stateOf(id)).isEqualTo(JobState.PENDING);
        assertThat(path(id)).containsExactly(JobState.PENDING);
        assertThat(subject().queue().claim(worker, Set.of("work", "other"), 10)).isNotEmpty();
    }

    @Test
    default void unknownTypesAtTheFrontBlockNobody() {
        List<NewJob> unknown =
                IntStream.range(0, 300).mapToObj(i -> work("u" + i)).toList();
        subject().queue().enqueue(unknown);
        pass(SECOND);
        NewJob known = work("known");
        JobId id = add(new NewJob(
                "other",
                1,
                known.payload(),
                known.priority(),
                known.delay(),
                known.identity(),
                known.group(),
                known.tags(),
                known.parents(),
                known.onLostParent(),
                known.maxAttempts()));

        assertThat(ids(subject().queue().claim(join("w"), Set.of("other"), 5))).containsExactly(id);
    }
}
