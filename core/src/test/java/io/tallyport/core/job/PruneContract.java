package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is removed in the end, and what never is. */
public interface PruneContract extends QueueScenes {

    Duration DAY = Duration.ofDays(1);

    private long prune() {
        return subject().desk().prune(DAY, 1_000);
    }

    private boolean isThere(JobId id) {
        return subject().history().find(id).isPresent();
    }

    @Test
    default void whatEndedLongAgoIsRemovedWithItsHistory() {
        JobId completed = add(work("completed"));
        complete(claimOnly(join("w")));
        JobId cancelled = add(work("cancelled"));
        subject().desk().cancel(List.of(cancelled), ANYBODY);
        JobId dead = add(work("dead"));
        settle(Settlement.dead(claimOnly(join("w")), "rejected", ""));
        subject().desk().discard(List.of(dead), ANYBODY);
        pass(DAY.plus(SECOND));

        assertThat(prune()).isEqualTo(3);

        for (JobId id : List.of(completed, cancelled, dead)) {
            assertThat(isThere(id)).isFalse();
            assertThat(transitions(id)).isEmpty();
        }
        assertThat(prune()).isZero();
    }

    @Test
    default void whatEndedLatelyStays() {
        JobId id = add(work("a"));
        pass(DAY);
        complete(claimOnly(join("w")));
        pass(DAY.minus(SECOND));

        assertThat(prune()).isZero();
        assertThat(isThere(id)).isTrue();
    }

    @Test
    default void whatLivesIsNeverRemoved() {
        JobId held = add(work("held"));
        claimOnly(join("w"));
        JobId failed = add(work("failed"));
        settle(Settlement.retry(claimOnly(join("w")), SECOND, "transient", ""));
        JobId pending = add(work("pending"));
        JobId later = add(work("later").after(DAY.multipliedBy(30)));
        JobId blocked = add(work("blocked").waitingFor(List.of(later), OnLostParent.WAIT));
        pass(DAY.multipliedBy(20));

        assertThat(prune()).isZero();
        assertThat(List.of(held, failed, pending, later, blocked)).allMatch(this::isThere);
    }

    @Test
    default void aDeadOneThatNobodyHasNotedStays() {
        JobId id = add(work("dead"));
        settle(Settlement.dead(claimOnly(join("w")), "rejected", ""));
        pass(DAY.multipliedBy(20));

        assertThat(prune()).isZero();
        assertThat(isThere(id)).isTrue();
    }

    @Test
    default void oneThatOthersWaitForStays() {
        JobId dead = add(work("dead"));
        JobId child = add(work("child").waitingFor(List.of(dead), OnLostParent.WAIT));
        settle(Settlement.dead(claimOnly(join("w")), "rejected", ""));
        subject().desk().discard(List.of(dead), ANYBODY);
        pass(DAY.multipliedBy(20));
        assertThat(prune()).isZero();
        assertThat(isThere(dead)).isTrue();

        subject().desk().cancel(List.of(child), ANYBODY);
        pass(DAY.multipliedBy(20));

        assertThat(prune() + prune()).isEqualTo(2);
        assertThat(isThere(dead)).isFalse();
        assertThat(isThere(child)).isFalse();
    }

    @Test
    default void aChildOutlivesItsPrunedParent() {
        JobId parent = add(work("parent"));
        JobId other = add(work("other").after(DAY.multipliedBy(3)));
        JobId child = add(work("child").waitingFor(List.of(parent, other), OnLostParent.CANCEL));
        complete(claimOnly(join("w")));
        pass(DAY.multipliedBy(3));
        prune();
        tend();

        complete(claimOnly(join("w")));

        assertThat(claimOnly(join("w")).id()).isEqualTo(child);
    }

    @Test
    default void manyAreRemoved() {
        subject()
                .queue()
                .enqueue(IntStream.range(0, 900).mapToObj(i -> work("j" + i)).toList());
        WorkerId worker = join("w");
        settle(claim(worker, 900).stream()
                .map(job -> Settlement.completed(job, Optional.empty()))
                .toArray(Settlement[]::new));
        pass(DAY.plus(SECOND));

        assertThat(prune()).isEqualTo(900);
        assertThat(subject().history().statistics().count(JobState.COMPLETED)).isZero();
    }
}
