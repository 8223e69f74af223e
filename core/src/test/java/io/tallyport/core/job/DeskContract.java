package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.payload;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What else a person does with jobs. */
public interface DeskContract extends QueueScenes {

    private JobDesk desk() {
        return subject().desk();
    }

    private JobId dead(String name) {
        JobId id = add(work(name));
        settle(Settlement.dead(claimOnly(join("w")), "rejected", "no"));
        return id;
    }

    private JobId failed(String name) {
        JobId id = add(work(name));
        settle(Settlement.retry(claimOnly(join("w")), HOUR, "transient", "away"));
        return id;
    }

    private Transition lastOf(JobId id) {
        List<Transition> all = transitions(id);
        return all.get(all.size() - 1);
    }

    @Test
    default void thePayloadOfWhatWaitsOrIsDeadIsEdited() {
        JobId dead = dead("dead");
        JobId failed = failed("failed");
        JobId pending = add(work("pending"));

        for (JobId id : List.of(dead, failed, pending)) {
            JobState before = stateOf(id);
            assertThat(desk().edit(id, 2, payload("edited"), ANYBODY)).isTrue();
            assertThat(job(id).payload()).isEqualTo(payload("edited"));
            assertThat(job(id).version()).isEqualTo(2);
            assertThat(stateOf(id)).isEqualTo(before);
            assertThat(lastOf(id).by()).isEqualTo(ANYBODY);
            assertThat(lastOf(id).to()).isEqualTo(before);
        }
        assertThat(claimOnly(join("w")).payload()).isEqualTo(payload("edited"));
    }

    @Test
    default void whatIsInProcessOrEndedOtherwiseIsNotEdited() {
        JobId held = add(work("held"));
        ClaimedJob claimed = claimOnly(join("w"));
        assertThat(desk().edit(held, 2, payload("x"), ANYBODY)).isFalse();
        complete(claimed);
        assertThat(desk().edit(held, 2, payload("x"), ANYBODY)).isFalse();
        JobId cancelled = add(work("cancelled"));
        desk().cancel(List.of(cancelled), ANYBODY);

        assertThat(desk().edit(cancelled, 2, payload("x"), ANYBODY)).isFalse();
        assertThat(desk().edit(new JobId(987_654_321), 2, payload("x"), ANYBODY))
                .isFalse();
        assertThat(job(held).payload()).isEqualTo(payload("held"));
        assertThat(path(held)).containsExactly(JobState.PENDING, JobState.PROCESSING, JobState.COMPLETED);
    }

    @Test
    default void aDeadOneIsReplayedWithAllItsTries() {
        JobId id = dead("a");
        desk().discard(List.of(id), ANYBODY);
        pass(HOUR);

        assertThat(desk().replay(List.of(id), ANYBODY)).containsExactly(id);

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.PENDING);
        assertThat(job.attempts()).isZero();
        assertThat(job.acknowledged()).isFalse();
        assertThat(job.endedAt()).isEmpty();
        assertThat(job.availableAt()).isEqualTo(START.plus(HOUR));
        assertThat(lastOf(id).to()).isEqualTo(JobState.PENDING);
        assertThat(lastOf(id).by()).isEqualTo(ANYBODY);
        assertThat(path(id)).startsWith(JobState.PENDING, JobState.PROCESSING, JobState.DEAD);
        assertThat(claimOnly(join("w")).attempt()).isEqualTo(1);
    }

    @Test
    default void aCancelledOneIsReplayed() {
        JobId asked = add(work("asked"));
        ClaimedJob held = claimOnly(join("w"));
        desk().cancel(List.of(asked), ANYBODY);
        settle(Settlement.cancelled(held, ""));

        assertThat(desk().replay(List.of(asked), ANYBODY)).containsExactly(asked);

        assertThat(job(asked).cancelRequested()).isFalse();
        assertThat(claimOnly(join("w")).id()).isEqualTo(asked);
    }

    @Test
    default void aFailedOneIsReplayedAtOnceAndKeepsItsTries() {
        JobId id = failed("a");

        assertThat(desk().replay(List.of(id), ANYBODY)).containsExactly(id);

        assertThat(stateOf(id)).isEqualTo(JobState.FAILED);
        tend();
        assertThat(claimOnly(join("w")).attempt()).isEqualTo(2);
    }

    @Test
    default void manyAreReplayedAndTheOthersLeft() {
        JobId first = dead("first");
        JobId second = dead("second");
        JobId done = add(work("done"));
        complete(claimOnly(join("w")));
        JobId pending = add(work("pending"));
        JobId unknown = new JobId(987_654_321);

        List<JobId> replayed = desk().replay(List.of(first, done, pending, unknown, second, first), ANYBODY);

        assertThat(replayed).containsExactlyInAnyOrder(first, second);
        assertThat(stateOf(done)).isEqualTo(JobState.COMPLETED);
        assertThat(path(pending)).containsExactly(JobState.PENDING);
    }

    @Test
    default void oneWhoseIdentityWaitsAlreadyIsNotReplayed() {
        JobId dead = add(work("dead").withIdentity("k", Identity.OnWaiting.FAIL));
        settle(Settlement.dead(claimOnly(join("w")), "rejected", ""));
        JobId live = add(work("live").withIdentity("k", Identity.OnWaiting.FAIL));

        assertThat(desk().replay(List.of(dead), ANYBODY)).isEmpty();

        assertThat(stateOf(dead)).isEqualTo(JobState.DEAD);
        assertThat(claimOnly(join("w")).id()).isEqualTo(live);
    }

    @Test
    default void ofTwoDeadOnesWithOneIdentityOneIsReplayed() {
        JobId first = add(work("first").withIdentity("k", Identity.OnWaiting.FAIL));
        settle(Settlement.dead(claimOnly(join("w")), "rejected", ""));
        JobId second = add(work("second").withIdentity("k", Identity.OnWaiting.FAIL));
        settle(Settlement.dead(claimOnly(join("w")), "rejected", ""));

        assertThat(desk().replay(List.of(first, second), ANYBODY)).hasSize(1);
        assertThat(claim(join("w"), 10)).hasSize(1);
    }

    @Test
    default void whatIsReplayedWhileItsIdentityIsProcessedWaits() {
        JobId dead = add(work("dead").withIdentity("k", Identity.OnWaiting.FAIL));
        WorkerId worker = join("w");
        settle(Settlement.dead(claimOnly(worker), "rejected", ""));
        add(work("live").withIdentity("k", Identity.OnWaiting.FAIL));
        ClaimedJob held = claimOnly(worker);

        assertThat(desk().replay(List.of(dead), ANYBODY)).containsExactly(dead);

        assertThat(claim(worker, 10)).isEmpty();
        complete(held);
        assertThat(claimOnly(worker).id()).isEqualTo(dead);
    }

    @Test
    default void deadOnesAreDiscardedOnce() {
        JobId first = dead("first");
        JobId second = dead("second");
        JobId failed = failed("failed");

        assertThat(desk().discard(List.of(first, failed), ANYBODY)).isEqualTo(1);
        assertThat(desk().discard(List.of(first, second), ANYBODY)).isEqualTo(1);

        assertThat(job(first).acknowledged()).isTrue();
        assertThat(stateOf(first)).isEqualTo(JobState.DEAD);
        assertThat(lastOf(first).by()).isEqualTo(ANYBODY);
        assertThat(job(failed).acknowledged()).isFalse();
        assertThat(subject().history().statistics().deadUnacknowledged()).isZero();
        assertThat(subject()
                        .history()
                        .list(JobFilter.in(JobState.DEAD).notAcknowledged(), Optional.empty(), 10)
                        .items())
                .isEmpty();
    }
}
