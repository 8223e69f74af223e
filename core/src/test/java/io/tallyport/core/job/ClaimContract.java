package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.ids;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Racers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How workers take jobs. */
public interface ClaimContract extends QueueScenes {

    @Test
    default void aClaimTellsWhatThereIsToDo() {
        NewJob wanted = work("a")
                .withIdentity("k", Identity.OnWaiting.IGNORE)
                .inGroup("till", 2)
                .withPriority(Priority.HIGH)
                .withMaxAttempts(3);
        JobId id = add(wanted);
        pass(SECOND);

        ClaimedJob claimed = claimOnly(join("w"));

        assertThat(claimed)
                .isEqualTo(new ClaimedJob(
                        id,
                        claimed.fence(),
                        "work",
                        1,
                        wanted.payload(),
                        1,
                        3,
                        Priority.HIGH,
                        Optional.of("k"),
                        Optional.of("till"),
                        START));
    }

    @Test
    default void aClaimedJobIsInProcess() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        pass(SECOND);

        claimOnly(worker);

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.PROCESSING);
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(job.worker()).contains(worker);
        assertThat(job.startedAt()).contains(START.plus(SECOND));
        assertThat(job.endedAt()).isEmpty();
    }

    @Test
    default void aClaimedJobIsClaimedByNobodyElse() {
        add(work("a"));
        claimOnly(join("w"));

        assertThat(claim(join("v"), 10)).isEmpty();
        assertThat(subject().upkeep().isAnythingDue(TYPES)).isFalse();
    }

    @Test
    default void aClaimHasNoMoreThanItsLimit() {
        subject()
                .queue()
                .enqueue(IntStream.range(0, 7).mapToObj(i -> work("j" + i)).toList());
        WorkerId worker = join("w");

        assertThat(claim(worker, 3)).hasSize(3);
        assertThat(claim(worker, 3)).hasSize(3);
        assertThat(claim(worker, 3)).hasSize(1);
        assertThat(claim(worker, 3)).isEmpty();
    }

    @Test
    default void aWorkerThatIsUnknownClaimsNothing() {
        JobId id = add(work("a"));

        assertThat(claim(new WorkerId(123_456_789), 10)).isEmpty();
        assertThat(stateOf(id)).isEqualTo(JobState.PENDING);
    }

    @Test
    default void aWorkerThatLeftClaimsNothing() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        subject().workers().leave(worker);

        assertThat(claim(worker, 10)).isEmpty();
        assertThat(stateOf(id)).isEqualTo(JobState.PENDING);
        assertThat(ids(claim(join("w"), 10))).containsExactly(id);
    }

    @Test
    default void severalWorkersOfSeveralProcessesGetDisjointJobs() {
        List<NewJob> jobs = IntStream.range(0, 400).mapToObj(i -> work("j" + i)).toList();
        List<JobId> all =
                subject().queue().enqueue(jobs).stream().map(Enqueued::id).toList();

        List<List<JobId>> shares = Racers.race(4, number -> {
            QueueUnderTest own = number % 2 == 0 ? subject() : subject().another();
            WorkerId worker = own.workers().join(QueueScenes.info("w" + number), LONG_LEASE);
            List<JobId> share = new ArrayList<>();
            while (own.upkeep().isAnythingDue(TYPES)) {
                share.addAll(ids(own.queue().claim(worker, TYPES, 7)));
            }
            return share;
        });

        assertThat(shares.stream().flatMap(List::stream).toList()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void severalWorkersClaimAndSettleWhileOthersEnqueue() {
        List<List<JobId>> shares = Racers.race(4, number -> {
            QueueUnderTest own = number % 2 == 0 ? subject() : subject().another();
            WorkerId worker = own.workers().join(QueueScenes.info("w" + number), LONG_LEASE);
            List<JobId> done = new ArrayList<>();
            for (int round = 0; round < 25; round++) {
                own.queue().enqueue(List.of(work("a"), work("b"), work("c")));
                List<ClaimedJob> claimed = own.queue().claim(worker, TYPES, 4);
                List<Settlement> settlements = claimed.stream()
                        .map(job -> Settlement.completed(job, Optional.empty()))
                        .toList();
                assertThat(own.queue().settle(settlements)).isEmpty();
                done.addAll(ids(claimed));
            }
            return done;
        });

        List<JobId> done = shares.stream().flatMap(List::stream).toList();
        assertThat(done).doesNotHaveDuplicates();
        assertThat(subject().history().statistics().count(JobState.COMPLETED)).isEqualTo(done.size());
        assertThat(done.size() + claim(join("last"), 1_000).size()).isEqualTo(300);
    }

    @Test
    default void ofOneIdentityEnqueuedFromEverywhereOneWaits() {
        List<Enqueued> answers = Racers.race(6, number -> {
            QueueUnderTest own = number % 2 == 0 ? subject() : subject().another();
            return own.queue().enqueue(work("j" + number).withIdentity("k", Identity.OnWaiting.IGNORE));
        });

        assertThat(answers)
                .filteredOn(answer -> answer.how() == Enqueued.How.ADDED)
                .hasSize(1);
        assertThat(answers).extracting(Enqueued::id).containsOnly(answers.get(0).id());
        assertThat(claim(join("w"), 10)).hasSize(1);
    }
}
