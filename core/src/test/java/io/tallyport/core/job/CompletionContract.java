package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.ids;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How tries end. */
public interface CompletionContract extends QueueScenes {

    @Test
    default void aCompletedJobIsDoneAndKeepsItsOutput() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        pass(SECOND);

        settle(Settlement.completed(held, Optional.of("{\"rows\":\"zwölf\"}")));

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(job.output()).contains("{\"rows\":\"zwölf\"}");
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(job.endedAt()).contains(START.plus(SECOND));
        assertThat(job.worker()).contains(worker);
        assertThat(job.reason()).isEmpty();
        assertThat(job.message()).isEmpty();
        assertThat(claim(worker, 10)).isEmpty();
    }

    @Test
    default void aFailedTryWaitsForTheNextOne() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);

        settle(Settlement.retry(held, MINUTE, "transient", "the shop is away"));

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.reason()).isEqualTo("transient");
        assertThat(job.message()).isEqualTo("the shop is away");
        assertThat(job.availableAt()).isEqualTo(START.plus(MINUTE));
        assertThat(job.endedAt()).isEmpty();
        tend();
        assertThat(claim(worker, 10)).isEmpty();
    }

    @Test
    default void aFailedTryStaysFailedUntilItIsClaimedAgain() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        settle(Settlement.retry(claimOnly(worker), MINUTE, "transient", "away"));
        pass(MINUTE);
        tend();

        assertThat(stateOf(id)).isEqualTo(JobState.FAILED);
        ClaimedJob again = claimOnly(worker);

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(path(id))
                .containsExactly(JobState.PENDING, JobState.PROCESSING, JobState.FAILED, JobState.PROCESSING);
    }

    @Test
    default void whatBacksOffBlocksNobody() {
        add(work("a"));
        WorkerId worker = join("w");
        settle(Settlement.retry(claimOnly(worker), HOUR, "transient", "away"));

        JobId other = add(work("b"));

        assertThat(claimOnly(worker).id()).isEqualTo(other);
    }

    @Test
    default void withoutATryLeftAFailedOneIsDead() {
        JobId id = add(work("a").withMaxAttempts(2));
        WorkerId worker = join("w");
        settle(Settlement.retry(claimOnly(worker), Duration.ZERO, "transient", "first"));
        tend();

        settle(Settlement.retry(claimOnly(worker), MINUTE, "conflict", "second"));

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.DEAD);
        assertThat(job.attempts()).isEqualTo(2);
        assertThat(job.reason()).isEqualTo("conflict");
        assertThat(job.message()).isEqualTo("second");
        assertThat(job.endedAt()).contains(START);
        assertThat(job.acknowledged()).isFalse();
        pass(HOUR);
        tend();
        assertThat(claim(worker, 10)).isEmpty();
    }

    @Test
    default void aDeadOneIsNotTriedAgainThoughItHasTriesLeft() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");

        settle(Settlement.dead(claimOnly(worker), "rejected", "no such item"));

        pass(HOUR);
        tend();
        assertThat(claim(worker, 10)).isEmpty();
        assertThat(job(id).state()).isEqualTo(JobState.DEAD);
        assertThat(job(id).reason()).isEqualTo("rejected");
        assertThat(job(id).attempts()).isEqualTo(1);
    }

    @Test
    default void aCancelledTryIsCancelled() {
        JobId id = add(work("a"));

        settle(Settlement.cancelled(claimOnly(join("w")), "stopped at 3 of 10"));

        assertThat(job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(job(id).reason()).isEqualTo("cancelled");
        assertThat(job(id).message()).isEqualTo("stopped at 3 of 10");
        assertThat(job(id).endedAt()).contains(START);
    }

    @Test
    default void whatIsHandedBackLosesNoTryAndIsClaimedAtOnce() {
        JobId id = add(work("a").withMaxAttempts(1));
        WorkerId worker = join("w");

        settle(Settlement.handedBack(claimOnly(worker), "the worker stops"));

        assertThat(job(id).state()).isEqualTo(JobState.PENDING);
        assertThat(job(id).attempts()).isZero();
        assertThat(job(id).reason()).isEqualTo("handed-back");
        ClaimedJob again = claimOnly(join("v"));
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.attempt()).isEqualTo(1);
    }

    @Test
    default void oneCallEndsEachInItsOwnWay() {
        subject()
                .queue()
                .enqueue(IntStream.range(0, 5).mapToObj(i -> work("j" + i)).toList());
        List<ClaimedJob> held = claim(join("w"), 5);

        settle(
                Settlement.completed(held.get(0), Optional.empty()),
                Settlement.retry(held.get(1), MINUTE, "transient", ""),
                Settlement.dead(held.get(2), "rejected", ""),
                Settlement.cancelled(held.get(3), ""),
                Settlement.handedBack(held.get(4), ""));

        assertThat(ids(held).stream().map(this::stateOf))
                .containsExactly(
                        JobState.COMPLETED, JobState.FAILED, JobState.DEAD, JobState.CANCELLED, JobState.PENDING);
    }

    @Test
    default void settlingNothingIsNothing() {
        assertThat(subject().queue().settle(List.of())).isEmpty();
    }

    @Test
    default void aLongMessageIsShortened() {
        JobId id = add(work("a"));

        settle(Settlement.dead(claimOnly(join("w")), "error", "é".repeat(5_000)));

        assertThat(job(id).message()).hasSizeLessThanOrEqualTo(2_000).startsWith("é".repeat(1_000));
        assertThat(transitions(id).get(2).message()).startsWith("é".repeat(1_000));
    }
}
