package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.job.JobDesk.Cancelled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How jobs are taken back. */
public interface CancelContract extends QueueScenes {

    private JobDesk desk() {
        return subject().desk();
    }

    private Transition lastOf(JobId id) {
        List<Transition> all = transitions(id);
        return all.get(all.size() - 1);
    }

    @Test
    default void whatWaitsIsCancelledAtOnce() {
        JobId failed = add(work("failed"));
        settle(Settlement.retry(claimOnly(join("w")), HOUR, "transient", "away"));
        JobId pending = add(work("pending"));
        JobId later = add(work("later").after(HOUR));
        JobId blocked = add(work("blocked").waitingFor(List.of(later), OnLostParent.WAIT));
        pass(SECOND);
        List<JobId> all = List.of(pending, later, failed, blocked);

        assertThat(desk().cancel(all, ANYBODY)).hasSize(4).containsOnly(Cancelled.CANCELLED);

        for (JobId id : all) {
            assertThat(stateOf(id)).isEqualTo(JobState.CANCELLED);
            assertThat(job(id).endedAt()).contains(START.plus(SECOND));
            assertThat(lastOf(id).to()).isEqualTo(JobState.CANCELLED);
            assertThat(lastOf(id).by()).isEqualTo(ANYBODY);
            assertThat(lastOf(id).at()).isEqualTo(START.plus(SECOND));
        }
        pass(HOUR);
        tend();
        assertThat(claim(join("w"), 10)).isEmpty();
    }

    @Test
    default void eachCancellationIsAnsweredInItsOrder() {
        JobId done = add(work("done"));
        complete(claimOnly(join("w")));
        JobId held = add(work("held"));
        claimOnly(join("w"));
        JobId waiting = add(work("waiting"));
        JobId unknown = new JobId(987_654_321);

        assertThat(desk().cancel(List.of(done, waiting, unknown, held, waiting), ANYBODY))
                .containsExactly(
                        Cancelled.TOO_LATE,
                        Cancelled.CANCELLED,
                        Cancelled.TOO_LATE,
                        Cancelled.REQUESTED,
                        Cancelled.TOO_LATE);
        assertThat(stateOf(done)).isEqualTo(JobState.COMPLETED);
    }

    @Test
    default void takingBackLeavesWhatHasBegunByThen() {
        JobId begun = add(work("begun"));
        ClaimedJob held = claimOnly(join("w"));
        JobId waiting = add(work("waiting"));
        JobId later = add(work("later").after(HOUR));
        JobId child = add(work("child").waitingFor(List.of(waiting), OnLostParent.CANCEL));

        int taken = subject().desk().takeBack(List.of(begun, waiting, waiting, later, new JobId(999_999)), ANYBODY);

        assertThat(taken).isEqualTo(2);
        assertThat(List.of(stateOf(waiting), stateOf(later), stateOf(child))).containsOnly(JobState.CANCELLED);
        assertThat(stateOf(begun)).isEqualTo(JobState.PROCESSING);
        assertThat(job(begun).cancelRequested()).isFalse();
        assertThat(subject().desk().takeBack(List.of(waiting), ANYBODY)).isZero();
        settle(Settlement.retry(held, HOUR, "transient", "away"));
        assertThat(stateOf(begun)).as("nobody asked it to stop").isEqualTo(JobState.FAILED);
    }

    @Test
    default void whatIsInProcessIsOnlyAskedToStop() {
        JobId id = add(work("a"));
        ClaimedJob held = claimOnly(join("w"));

        assertThat(desk().cancel(List.of(id), ANYBODY)).containsExactly(Cancelled.REQUESTED);

        assertThat(stateOf(id)).isEqualTo(JobState.PROCESSING);
        assertThat(job(id).cancelRequested()).isTrue();
        assertThat(subject().fence().isHeld(id, held.fence())).isTrue();
        complete(held);
        assertThat(stateOf(id)).as("it was done all the same").isEqualTo(JobState.COMPLETED);
    }

    @Test
    default void whatWasAskedToStopIsNotTriedAgain() {
        JobId id = add(work("a"));
        ClaimedJob held = claimOnly(join("w"));
        desk().cancel(List.of(id), ANYBODY);

        settle(Settlement.retry(held, SECOND, "transient", "away"));

        assertThat(stateOf(id)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    default void whatWasAskedToStopIsNotHandedOutAgain() {
        JobId handedBack = add(work("a"));
        ClaimedJob held = claimOnly(join("w"));
        JobId lost = add(work("b"));
        claimOnly(subject().workers().join(QueueScenes.info("gone"), MINUTE));
        desk().cancel(List.of(handedBack, lost), ANYBODY);

        settle(Settlement.handedBack(held, "the worker stops"));
        pass(HOUR);
        tend();

        assertThat(stateOf(handedBack)).isEqualTo(JobState.CANCELLED);
        assertThat(stateOf(lost)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    default void aCancelledOneFreesItsIdentity() {
        JobId first = add(work("first").withIdentity("k", Identity.OnWaiting.FAIL));
        desk().cancel(List.of(first), ANYBODY);

        assertThat(add(work("second").withIdentity("k", Identity.OnWaiting.FAIL)))
                .isNotEqualTo(first);
    }
}
