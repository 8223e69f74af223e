package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Racers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Jobs that wait for others. */
public interface DependencyContract extends QueueScenes {

    private JobId child(OnLostParent choice, JobId... parents) {
        return add(work("child").waitingFor(List.of(parents), choice));
    }

    @Test
    default void aChildWaitsForAllItsParents() {
        JobId first = add(work("first"));
        pass(SECOND);
        JobId second = add(work("second"));
        JobId child = child(OnLostParent.CANCEL, first, second, first);
        WorkerId worker = join("w");

        assertThat(stateOf(child)).isEqualTo(JobState.BLOCKED);
        List<ClaimedJob> parents = claim(worker, 10);
        assertThat(QueueScenes.ids(parents)).containsExactlyInAnyOrder(first, second);
        complete(parents.get(0));
        tend();
        assertThat(stateOf(child)).isEqualTo(JobState.BLOCKED);
        assertThat(claim(worker, 10)).isEmpty();
        complete(parents.get(1));

        assertThat(stateOf(child)).isEqualTo(JobState.PENDING);
        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    @Test
    default void parentsThatEndTogetherLetTheChildGo() {
        List<NewJob> jobs = IntStream.range(0, 4).mapToObj(i -> work("p" + i)).toList();
        List<JobId> parents =
                subject().queue().enqueue(jobs).stream().map(Enqueued::id).toList();
        JobId child = add(work("child").waitingFor(parents, OnLostParent.CANCEL));
        List<ClaimedJob> held = claim(join("w"), 10);

        List<List<Settlement>> lost = Racers.race(4, number -> {
            QueueUnderTest own = number % 2 == 0 ? subject() : subject().another();
            return own.queue().settle(List.of(Settlement.completed(held.get(number), Optional.empty())));
        });

        assertThat(lost).allMatch(List::isEmpty);
        tend();
        assertThat(claimOnly(join("v")).id()).isEqualTo(child);
    }

    @Test
    default void aFailedTryOfAParentChangesNothingForTheChild() {
        JobId parent = add(work("parent"));
        JobId child = child(OnLostParent.CANCEL, parent);
        WorkerId worker = join("w");

        settle(Settlement.retry(claimOnly(worker), SECOND, "transient", ""));

        assertThat(stateOf(child)).isEqualTo(JobState.BLOCKED);
        pass(SECOND);
        tend();
        complete(claimOnly(worker));
        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    @Test
    default void aParentThatIsDoneAlreadyIsNotWaitedFor() {
        JobId parent = add(work("parent"));
        WorkerId worker = join("w");
        complete(claimOnly(worker));

        JobId child = child(OnLostParent.CANCEL, parent);

        assertThat(stateOf(child)).isEqualTo(JobState.PENDING);
        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    @Test
    default void aParentThatIsLostAlreadyGoesByTheChoice() {
        JobId parent = add(work("parent"));
        WorkerId worker = join("w");
        settle(Settlement.dead(claimOnly(worker), "rejected", ""));

        assertThat(stateOf(child(OnLostParent.CANCEL, parent))).isEqualTo(JobState.CANCELLED);
        assertThat(stateOf(child(OnLostParent.WAIT, parent))).isEqualTo(JobState.BLOCKED);
        JobId runs = child(OnLostParent.RUN, parent);
        assertThat(claimOnly(worker).id()).isEqualTo(runs);
    }

    @Test
    default void aLostParentCancelsThroughTheGenerations() {
        JobId parent = add(work("parent"));
        JobId child = child(OnLostParent.CANCEL, parent);
        JobId grandchild = child(OnLostParent.CANCEL, child);
        JobId waits = child(OnLostParent.WAIT, child);
        JobId runs = child(OnLostParent.RUN, child);
        WorkerId worker = join("w");
        pass(SECOND);

        settle(Settlement.dead(claimOnly(worker), "rejected", "no"));

        for (JobId lost : List.of(child, grandchild)) {
            assertThat(stateOf(lost)).isEqualTo(JobState.CANCELLED);
            assertThat(job(lost).reason()).isEqualTo("parent");
            assertThat(job(lost).endedAt()).contains(START.plus(SECOND));
            assertThat(path(lost)).containsExactly(JobState.BLOCKED, JobState.CANCELLED);
        }
        assertThat(job(child).message()).contains("job " + parent);
        assertThat(stateOf(waits)).isEqualTo(JobState.BLOCKED);
        assertThat(claimOnly(worker).id()).isEqualTo(runs);
    }

    @Test
    default void eachWayToLoseAParentCounts() {
        JobId cancelled = add(work("cancelled"));
        JobId first = child(OnLostParent.CANCEL, cancelled);
        subject().desk().cancel(List.of(cancelled), ANYBODY);
        assertThat(stateOf(first)).isEqualTo(JobState.CANCELLED);

        JobId stopped = add(work("stopped"));
        JobId second = child(OnLostParent.CANCEL, stopped);
        settle(Settlement.cancelled(claimOnly(join("w")), ""));
        assertThat(stateOf(second)).isEqualTo(JobState.CANCELLED);

        JobId spent = add(work("spent").withMaxAttempts(1));
        JobId third = child(OnLostParent.CANCEL, spent);
        settle(Settlement.retry(claimOnly(join("w")), SECOND, "transient", ""));
        assertThat(stateOf(third)).isEqualTo(JobState.CANCELLED);

        JobId reaped = add(work("reaped").withMaxAttempts(1));
        JobId fourth = child(OnLostParent.CANCEL, reaped);
        claimOnly(subject().workers().join(QueueScenes.info("gone"), MINUTE));
        pass(HOUR);
        tend();
        assertThat(stateOf(reaped)).isEqualTo(JobState.DEAD);
        assertThat(stateOf(fourth)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    default void oneLostParentOfSeveralIsEnoughToBeCancelled() {
        JobId lost = add(work("lost"));
        JobId fine = add(work("fine").after(HOUR));
        JobId child = child(OnLostParent.CANCEL, lost, fine);

        settle(Settlement.dead(claimOnly(join("w")), "rejected", ""));

        assertThat(stateOf(child)).isEqualTo(JobState.CANCELLED);
        assertThat(stateOf(fine)).isEqualTo(JobState.PENDING);
    }

    @Test
    default void oneThatRunsAnywayStillWaitsForTheOthers() {
        JobId lost = add(work("lost"));
        pass(SECOND);
        JobId fine = add(work("fine"));
        JobId child = child(OnLostParent.RUN, lost, fine);
        WorkerId worker = join("w");
        ClaimedJob first = claim(worker, 1).get(0);
        assertThat(first.id()).isEqualTo(lost);

        settle(Settlement.dead(first, "rejected", ""));

        assertThat(stateOf(child)).isEqualTo(JobState.BLOCKED);
        complete(claimOnly(worker));
        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    @Test
    default void oneThatWaitsOnGoesWhenItsParentIsReplayedAndDone() {
        JobId parent = add(work("parent"));
        JobId child = child(OnLostParent.WAIT, parent);
        WorkerId worker = join("w");
        settle(Settlement.dead(claimOnly(worker), "rejected", ""));
        tend();
        assertThat(stateOf(child)).isEqualTo(JobState.BLOCKED);

        assertThat(subject().desk().replay(List.of(parent), ANYBODY)).containsExactly(parent);
        complete(claimOnly(worker));

        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    @Test
    default void aSuccessorDoesNotWaitForTheOneThatMergedIntoIt() {
        JobId first = add(work("first").withIdentity("k", Identity.OnWaiting.IGNORE));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId second = add(work("second")
                .withIdentity("k", Identity.OnWaiting.IGNORE)
                .waitingFor(List.of(first), OnLostParent.CANCEL));

        settle(Settlement.retry(held, MINUTE, "transient", ""));

        assertThat(stateOf(first)).isEqualTo(JobState.CANCELLED);
        tend();
        assertThat(claimOnly(worker).id()).isEqualTo(second);
    }

    @Test
    default void aChildOfAMergedOneAndOfItsSuccessorWaitsForTheSuccessorAlone() {
        JobId first = add(work("first").withIdentity("k", Identity.OnWaiting.IGNORE));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId second = add(work("second").withIdentity("k", Identity.OnWaiting.IGNORE));
        JobId child = child(OnLostParent.CANCEL, first, second);

        settle(Settlement.retry(held, MINUTE, "transient", ""));

        assertThat(stateOf(child)).isEqualTo(JobState.BLOCKED);
        ClaimedJob next = claimOnly(worker);
        assertThat(next.id()).isEqualTo(second);
        complete(next);
        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    /** The second waits for what waits for the first, however far around, and then takes the first one's place. */
    @Test
    default void aMergeLeavesNoJobsThatWaitForEachOther() {
        JobId other = add(work("other").after(HOUR));
        JobId first = add(work("first").withIdentity("k", Identity.OnWaiting.IGNORE));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId child = child(OnLostParent.CANCEL, first);
        JobId grandchild = child(OnLostParent.CANCEL, child, other);
        JobId second = add(work("second")
                .withIdentity("k", Identity.OnWaiting.IGNORE)
                .waitingFor(List.of(grandchild), OnLostParent.CANCEL));

        settle(Settlement.retry(held, MINUTE, "transient", "not now"));

        assertThat(stateOf(first)).isEqualTo(JobState.CANCELLED);
        assertThat(List.of(stateOf(child), stateOf(grandchild))).containsOnly(JobState.BLOCKED);
        assertThat(transitions(second))
                .extracting(Transition::message)
                .contains("takes the place of job " + first + ", so it waits no more for job " + grandchild);
        assertThat(path(second)).containsExactly(JobState.BLOCKED, JobState.BLOCKED, JobState.PENDING);
        complete(claimOnly(worker));
        complete(claimOnly(worker));
        assertThat(stateOf(child)).isEqualTo(JobState.COMPLETED);
        pass(HOUR);
        tend();
        complete(claimOnly(worker));
        assertThat(claimOnly(worker).id()).isEqualTo(grandchild);
    }

    @Test
    default void aSuccessorStillWaitsForWhatDoesNotWaitForTheMergedOne() {
        JobId other = add(work("other").after(HOUR));
        JobId first = add(work("first").withIdentity("k", Identity.OnWaiting.IGNORE));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId child = child(OnLostParent.CANCEL, first);
        JobId second = add(work("second")
                .withIdentity("k", Identity.OnWaiting.IGNORE)
                .waitingFor(List.of(other, child), OnLostParent.CANCEL));

        settle(Settlement.retry(held, MINUTE, "transient", "not now"));

        assertThat(stateOf(second)).isEqualTo(JobState.BLOCKED);
        assertThat(claim(worker, 10)).isEmpty();
        pass(HOUR);
        tend();
        complete(claimOnly(worker));
        assertThat(job(other).state()).isEqualTo(JobState.COMPLETED);
        ClaimedJob next = claimOnly(worker);
        assertThat(next.id()).isEqualTo(second);
        complete(next);
        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    @Test
    default void aChildWithADelayWaitsForBoth() {
        JobId parent = add(work("parent"));
        JobId child = add(work("child").after(MINUTE).waitingFor(List.of(parent), OnLostParent.CANCEL));
        WorkerId worker = join("w");
        complete(claimOnly(worker));
        tend();

        assertThat(claim(worker, 10)).isEmpty();
        pass(MINUTE);
        tend();
        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    @Test
    default void aChainRunsInItsOrder() {
        List<JobId> chain = new ArrayList<>(List.of(add(work("0"))));
        for (int i = 1; i < 6; i++) {
            chain.add(child(OnLostParent.CANCEL, chain.get(i - 1)));
        }
        WorkerId worker = join("w");
        List<JobId> ran = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ClaimedJob next = claimOnly(worker);
            ran.add(next.id());
            complete(next);
        }

        assertThat(ran).isEqualTo(chain);
    }
}
