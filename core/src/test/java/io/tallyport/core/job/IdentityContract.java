package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.ids;
import static io.tallyport.core.job.QueueScenes.payload;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.job.Identity.OnWaiting;
import io.tallyport.core.kernel.PortException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A job that is about something waits once only. */
public interface IdentityContract extends QueueScenes {

    private static NewJob about(String key, String name, OnWaiting choice) {
        return work(name).withIdentity(key, choice);
    }

    private Enqueued enqueue(String name, OnWaiting choice) {
        return subject().queue().enqueue(about("k", name, choice));
    }

    @Test
    default void aSecondOneIsIgnored() {
        Enqueued first = enqueue("first", OnWaiting.IGNORE);

        Enqueued second = enqueue("second", OnWaiting.IGNORE);

        assertThat(second).isEqualTo(new Enqueued(first.id(), Enqueued.How.ALREADY_WAITING));
        assertThat(job(first.id()).payload()).isEqualTo(payload("first"));
        assertThat(path(first.id())).containsExactly(JobState.PENDING);
        assertThat(claim(join("w"), 10)).hasSize(1);
    }

    @Test
    default void aSecondOneReplacesThePayloadAndKeepsThePlace() {
        Enqueued first = enqueue("first", OnWaiting.IGNORE);
        pass(MINUTE);
        JobId between = add(work("between"));

        Enqueued second = enqueue("second", OnWaiting.REPLACE);

        assertThat(second).isEqualTo(new Enqueued(first.id(), Enqueued.How.REPLACED));
        assertThat(job(first.id()).payload()).isEqualTo(payload("second"));
        assertThat(claimOneByOne(join("w"))).containsExactly(first.id(), between);
    }

    @Test
    default void aSecondOneFailsWhenItSaysSo() {
        Enqueued first = enqueue("first", OnWaiting.FAIL);

        assertThatThrownBy(() -> enqueue("second", OnWaiting.FAIL))
                .isInstanceOf(PortException.Conflict.class)
                .hasMessageContaining("k");
        assertThat(job(first.id()).payload()).isEqualTo(payload("first"));
    }

    @Test
    default void theSameKeyInOneCallWaitsOnce() {
        List<Enqueued> answers = subject()
                .queue()
                .enqueue(List.of(
                        about("k", "first", OnWaiting.IGNORE),
                        about("k", "second", OnWaiting.IGNORE),
                        about("k", "third", OnWaiting.REPLACE)));

        JobId id = answers.get(0).id();
        assertThat(answers)
                .containsExactly(
                        new Enqueued(id, Enqueued.How.ADDED),
                        new Enqueued(id, Enqueued.How.ALREADY_WAITING),
                        new Enqueued(id, Enqueued.How.REPLACED));
        assertThat(job(id).payload()).isEqualTo(payload("third"));
        assertThat(subject().history().statistics().count(JobState.PENDING)).isEqualTo(1);
    }

    @Test
    default void keysThatDifferInCaseSpaceOrAccentAreDifferent() {
        for (String key : List.of("a", "A", "a ", "ä", "x".repeat(190))) {
            assertThat(subject()
                            .queue()
                            .enqueue(about(key, key, OnWaiting.FAIL))
                            .how())
                    .as(key)
                    .isEqualTo(Enqueued.How.ADDED);
        }
        assertThat(claim(join("w"), 10)).hasSize(5);
    }

    @Test
    default void oneThatWaitsForItsTimeOrItsNextTryWaitsToo() {
        JobId delayed = add(about("delayed", "d", OnWaiting.IGNORE).after(HOUR));
        JobId failed = add(about("failed", "f", OnWaiting.IGNORE));
        settle(Settlement.retry(claimOnly(join("w")), HOUR, "transient", "later"));

        assertThat(add(about("delayed", "x", OnWaiting.IGNORE))).isEqualTo(delayed);
        assertThat(add(about("failed", "x", OnWaiting.IGNORE))).isEqualTo(failed);
    }

    @Test
    default void whileOneIsProcessedTheNextBecomesItsOnlySuccessor() {
        JobId first = enqueue("first", OnWaiting.IGNORE).id();
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);

        Enqueued second = enqueue("second", OnWaiting.IGNORE);
        Enqueued third = enqueue("third", OnWaiting.REPLACE);

        assertThat(second.how()).isEqualTo(Enqueued.How.ADDED);
        assertThat(second.id()).isNotEqualTo(first);
        assertThat(third).isEqualTo(new Enqueued(second.id(), Enqueued.How.REPLACED));
        assertThat(claim(worker, 10)).as("one at a time").isEmpty();
        assertThat(claim(worker, 10)).isEmpty();
        assertThat(subject().upkeep().isAnythingDue(TYPES)).isFalse();
        complete(held);
        ClaimedJob next = claimOnly(worker);
        assertThat(next.id()).isEqualTo(second.id());
        assertThat(next.payload()).isEqualTo(payload("third"));
    }

    @Test
    default void aSuccessorOfADeadOneRuns() {
        enqueue("first", OnWaiting.IGNORE);
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId second = enqueue("second", OnWaiting.IGNORE).id();
        claim(worker, 10);

        settle(Settlement.dead(held, "rejected", "never"));

        assertThat(stateOf(held.id())).as("what can never work is for a person").isEqualTo(JobState.DEAD);
        assertThat(claimOnly(worker).id()).isEqualTo(second);
    }

    @Test
    default void aFailedTryMergesIntoItsSuccessor() {
        JobId first = enqueue("first", OnWaiting.IGNORE).id();
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId second = enqueue("second", OnWaiting.IGNORE).id();

        settle(Settlement.retry(held, MINUTE, "transient", "not now"));

        assertMerged(first, second, "not now");
        assertThat(claimOnly(worker).id()).isEqualTo(second);
    }

    @Test
    default void aFailedLastTryMergesIntoItsSuccessorToo() {
        JobId first = add(about("k", "first", OnWaiting.IGNORE).withMaxAttempts(1));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId second = enqueue("second", OnWaiting.IGNORE).id();

        settle(Settlement.retry(held, MINUTE, "transient", "not now"));

        assertMerged(first, second, "not now");
        assertThat(subject().history().statistics().deadUnacknowledged()).isZero();
        assertThat(claimOnly(worker).id()).isEqualTo(second);
    }

    @Test
    default void aLastTryThatIsTakenBackMergesIntoItsSuccessorToo() {
        JobId first = add(about("k", "first", OnWaiting.IGNORE).withMaxAttempts(1));
        claimOnly(subject().workers().join(QueueScenes.info("gone"), MINUTE));
        JobId second = enqueue("second", OnWaiting.IGNORE).id();
        pass(MINUTE.multipliedBy(2));

        tend();

        assertMerged(first, second, "Reset due to timeout");
        assertThat(claimOnly(join("w")).id()).isEqualTo(second);
    }

    @Test
    default void whatIsHandedBackMergesIntoItsSuccessor() {
        JobId first = enqueue("first", OnWaiting.IGNORE).id();
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId second = enqueue("second", OnWaiting.IGNORE).id();
        claim(worker, 10);

        settle(Settlement.handedBack(held, "stopping"));

        assertMerged(first, second, "stopping");
        assertThat(ids(claim(worker, 10))).containsExactly(second);
    }

    @Test
    default void whatIsParkedMergesIntoItsSuccessor() {
        JobId first = add(about("k", "first", OnWaiting.IGNORE).inGroup("till", 5));
        ClaimedJob held = claimOnly(join("w"));
        JobId second = add(about("k", "second", OnWaiting.IGNORE).inGroup("till", 5));

        settle(Settlement.parked(held, MINUTE, "refused", "closed"));

        assertMerged(first, second, "closed");
        WorkerId worker = join("v");
        assertThat(claim(worker, 10)).as("the group is parked").isEmpty();
        pass(MINUTE);
        tend();
        assertThat(claimOnly(worker).id()).isEqualTo(second);
    }

    @Test
    default void whatIsTakenBackMergesIntoItsSuccessor() {
        JobId first = enqueue("first", OnWaiting.IGNORE).id();
        WorkerId gone = subject().workers().join(QueueScenes.info("gone"), MINUTE);
        claimOnly(gone);
        JobId second = enqueue("second", OnWaiting.IGNORE).id();
        pass(MINUTE.multipliedBy(2));

        tend();

        assertMerged(first, second, "Reset due to timeout");
        assertThat(claimOnly(join("w")).id()).isEqualTo(second);
    }

    @Test
    default void whatWaitsForAMergedOneWaitsForItsSuccessor() {
        JobId first = enqueue("first", OnWaiting.IGNORE).id();
        JobId child = add(work("child").waitingFor(List.of(first), OnLostParent.CANCEL));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId second = enqueue("second", OnWaiting.IGNORE).id();

        settle(Settlement.retry(held, MINUTE, "transient", "not now"));

        assertMerged(first, second, "not now");
        assertThat(stateOf(child)).isEqualTo(JobState.BLOCKED);
        complete(claimOnly(worker));
        assertThat(claimOnly(worker).id()).isEqualTo(child);
    }

    @Test
    default void anEndedOneHindersNobody() {
        JobId first = enqueue("first", OnWaiting.FAIL).id();
        complete(claimOnly(join("w")));

        Enqueued second = enqueue("second", OnWaiting.FAIL);

        assertThat(second.how()).isEqualTo(Enqueued.How.ADDED);
        assertThat(second.id()).isNotEqualTo(first);
        assertThat(job(first).identity()).contains("k");
    }

    private void assertMerged(JobId first, JobId second, String why) {
        Job job = job(first);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.reason()).isEqualTo("merged");
        assertThat(job.message()).isEqualTo("merged into job " + second + ": " + why);
        assertThat(job.endedAt()).isPresent();
        assertThat(path(first)).endsWith(JobState.PROCESSING, JobState.CANCELLED);
        List<Transition> told = transitions(first);
        assertThat(told.get(told.size() - 1).message()).isEqualTo(job.message());
        assertThat(job(second).attempts()).isZero();
        assertThat(stateOf(second)).isEqualTo(JobState.PENDING);
    }
}
