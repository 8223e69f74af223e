package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.ids;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a worker's jobs are its own, and what becomes of them then. */
public interface LeaseContract extends QueueScenes {

    String RESET = "Reset due to timeout";

    private WorkerId joinForAMinute(String name) {
        return subject().workers().join(QueueScenes.info(name), MINUTE);
    }

    private Renewal beat(WorkerId worker) {
        return subject().queue().renew(worker, new Pulse(0, 0, List.of()), MINUTE);
    }

    @Test
    default void withinTheLeaseNothingIsTakenBack() {
        JobId id = add(work("a"));
        ClaimedJob held = claimOnly(joinForAMinute("w"));
        pass(MINUTE.minusNanos(1_000));

        assertThat(subject().upkeep().reap(10)).isZero();
        assertThat(stateOf(id)).isEqualTo(JobState.PROCESSING);
        assertThat(subject().fence().isHeld(id, held.fence())).isTrue();
    }

    @Test
    default void afterTheLeaseTheJobWaitsAgainAndTheTryCounts() {
        JobId id = add(work("a"));
        ClaimedJob lost = claimOnly(joinForAMinute("w"));
        pass(MINUTE.multipliedBy(2));

        assertThat(subject().fence().isHeld(id, lost.fence())).isFalse();
        assertThat(subject().another().upkeep().reap(10)).isEqualTo(1);
        assertThat(subject().upkeep().reap(10)).isZero();

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.PENDING);
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(job.reason()).isEqualTo("timeout");
        assertThat(job.message()).isEqualTo(RESET);
        Transition last = transitions(id).get(2);
        assertThat(last.to()).isEqualTo(JobState.PENDING);
        assertThat(last.attempt()).isEqualTo(1);
        assertThat(last.reason()).isEqualTo("timeout");
        assertThat(last.message()).isEqualTo(RESET);
    }

    @Test
    default void whatWasTakenBackIsClaimedAtOnceAsTheNextTry() {
        JobId id = add(work("a"));
        ClaimedJob lost = claimOnly(joinForAMinute("w"));
        pass(MINUTE.multipliedBy(2));
        subject().upkeep().reap(10);

        ClaimedJob again = claimOnly(joinForAMinute("v"));

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.fence()).isGreaterThan(lost.fence());
    }

    @Test
    default void theLastTryThatIsTakenBackIsDead() {
        JobId id = add(work("a").withMaxAttempts(1));
        claimOnly(joinForAMinute("w"));
        pass(MINUTE.multipliedBy(2));

        assertThat(subject().upkeep().reap(10)).isEqualTo(1);

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.DEAD);
        assertThat(job.reason()).isEqualTo("timeout");
        assertThat(job.message()).isEqualTo(RESET);
        assertThat(job.endedAt()).contains(START.plus(MINUTE.multipliedBy(2)));
        assertThat(path(id)).containsExactly(JobState.PENDING, JobState.PROCESSING, JobState.DEAD);
    }

    @Test
    default void reapingTakesNoMoreThanItsLimit() {
        subject()
                .queue()
                .enqueue(IntStream.range(0, 5).mapToObj(i -> work("j" + i)).toList());
        assertThat(claim(joinForAMinute("w"), 10)).hasSize(5);
        pass(MINUTE.multipliedBy(2));

        assertThat(subject().upkeep().reap(2)).isEqualTo(2);
        assertThat(subject().upkeep().reap(2)).isEqualTo(2);
        assertThat(subject().upkeep().reap(2)).isEqualTo(1);
        assertThat(subject().upkeep().reap(2)).isZero();
    }

    @Test
    default void aHeartbeatKeepsTheJobs() {
        JobId id = add(work("a"));
        WorkerId worker = joinForAMinute("w");
        ClaimedJob held = claimOnly(worker);
        for (int i = 0; i < 5; i++) {
            pass(SECOND.multipliedBy(40));
            assertThat(beat(worker).held()).isTrue();
            assertThat(subject().upkeep().reap(10)).isZero();
        }

        assertThat(subject().fence().isHeld(id, held.fence())).isTrue();
        complete(held);
    }

    @Test
    default void aLateHeartbeatKeepsWhatNobodyHasTakenBack() {
        JobId id = add(work("a"));
        WorkerId worker = joinForAMinute("w");
        ClaimedJob held = claimOnly(worker);
        pass(MINUTE.multipliedBy(2));

        assertThat(beat(worker).held()).isTrue();

        assertThat(subject().upkeep().reap(10)).isZero();
        assertThat(subject().fence().isHeld(id, held.fence())).isTrue();
    }

    @Test
    default void aWorkerWhoseJobsWereTakenBackIsToldSoAndClaimsNothing() {
        JobId id = add(work("a"));
        WorkerId worker = joinForAMinute("w");
        claimOnly(worker);
        pass(MINUTE.multipliedBy(2));
        subject().upkeep().reap(10);

        assertThat(beat(worker).held()).isFalse();
        assertThat(claim(worker, 10)).isEmpty();
        assertThat(claimOnly(joinForAMinute("w")).id()).isEqualTo(id);
    }

    @Test
    default void aWorkerWhoseLeaseHasEndedClaimsNothing() {
        WorkerId worker = joinForAMinute("w");
        add(work("a"));
        pass(MINUTE.multipliedBy(2));

        assertThat(claim(worker, 10)).isEmpty();
        assertThat(claim(joinForAMinute("v"), 10)).hasSize(1);
    }

    @Test
    default void aWorkerThatIsUnknownOrLeftIsNotRenewed() {
        WorkerId worker = joinForAMinute("w");
        subject().workers().leave(worker);

        assertThat(beat(worker).held()).isFalse();
        assertThat(beat(new WorkerId(123_456_789)).held()).isFalse();
    }

    @Test
    default void theJobsOfAWorkerThatLeftAreTakenBackBeforeItsLeaseEnds() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        claimOnly(worker);
        subject().workers().leave(worker);

        assertThat(subject().upkeep().reap(10)).isEqualTo(1);

        assertThat(job(id).message()).isEqualTo(RESET);
        assertThat(ids(claim(join("v"), 10))).containsExactly(id);
    }

    @Test
    default void theJobsOfAForgottenWorkerAreTakenBack() {
        JobId id = add(work("a"));
        WorkerId worker = joinForAMinute("w");
        claimOnly(worker);
        pass(HOUR.multipliedBy(30));
        subject().workers().forget(HOUR);

        assertThat(subject().upkeep().reap(10)).isEqualTo(1);

        assertThat(job(id).message()).isEqualTo(RESET);
        assertThat(ids(claim(join("v"), 10))).containsExactly(id);
    }

    @Test
    default void whatALateWorkerSettlesBeforeItIsTakenBackCounts() {
        JobId id = add(work("a"));
        ClaimedJob held = claimOnly(joinForAMinute("w"));
        pass(MINUTE.multipliedBy(2));

        complete(held);

        assertThat(subject().upkeep().reap(10)).isZero();
        assertThat(stateOf(id)).isEqualTo(JobState.COMPLETED);
    }

    @Test
    default void progressIsKeptOnlyFromTheHolder() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobProgress mine = new JobProgress(id, held.fence(), 3, 10, "drei von zehn ✓");
        JobProgress stale = new JobProgress(id, held.fence() - 1, 9, 10, "stale");

        subject().queue().renew(worker, new Pulse(1, 1, List.of(mine)), MINUTE);
        subject().queue().renew(worker, new Pulse(1, 1, List.of(stale)), MINUTE);

        assertThat(job(id).progress()).isEqualTo(new Job.Progress(3, 10, "drei von zehn ✓"));
    }

    @Test
    default void aHeartbeatBringsTheWorkersOwnCancellations() {
        JobId mine = add(work("mine"));
        WorkerId worker = join("w");
        claimOnly(worker);
        JobId others = add(work("others"));
        WorkerId other = join("v");
        ClaimedJob held = claimOnly(other);
        assertThat(beat(worker).cancelled()).isEmpty();

        subject().desk().cancel(List.of(mine, others), ANYBODY);

        assertThat(beat(worker).cancelled()).containsExactly(mine);
        assertThat(beat(worker).cancelled()).as("until it is settled").containsExactly(mine);
        assertThat(beat(other).cancelled()).containsExactly(others);
        settle(Settlement.completed(held, Optional.empty()));
        assertThat(beat(other).cancelled()).isEmpty();
    }
}
