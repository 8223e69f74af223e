package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.payload;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How jobs come into a queue. */
public interface EnqueueContract extends QueueScenes {

    @Test
    default void aJobIsFoundAsItWasEnqueued() {
        NewJob wanted = work("Größe \\\"M\\\" 👟")
                .withPriority(Priority.HIGH)
                .inGroup("till-1", 3)
                .withTags("route:till-to-shop", "nächtlich")
                .withIdentity("stock-cycle:main", Identity.OnWaiting.IGNORE)
                .withMaxAttempts(7);

        Enqueued enqueued = subject().queue().enqueue(wanted);

        Job job = job(enqueued.id());
        assertThat(enqueued.how()).isEqualTo(Enqueued.How.ADDED);
        assertThat(job.type()).isEqualTo("work");
        assertThat(job.version()).isEqualTo(1);
        assertThat(job.payload()).isEqualTo(wanted.payload());
        assertThat(job.priority()).isEqualTo(Priority.HIGH);
        assertThat(job.identity()).contains("stock-cycle:main");
        assertThat(job.group()).contains(new JobGroup("till-1", 3));
        assertThat(job.tags()).containsExactlyInAnyOrder("route:till-to-shop", "nächtlich");
        assertThat(job.maxAttempts()).isEqualTo(7);
    }

    @Test
    default void aNewJobWaitsUntriedAndHasNothingToSay() {
        Job job = job(add(work("a")));

        assertThat(job.state()).isEqualTo(JobState.PENDING);
        assertThat(job.attempts()).isZero();
        assertThat(job.enqueuedAt()).isEqualTo(START);
        assertThat(job.availableAt()).isEqualTo(START);
        assertThat(job.startedAt()).isEmpty();
        assertThat(job.endedAt()).isEmpty();
        assertThat(job.worker()).isEmpty();
        assertThat(job.reason()).isEmpty();
        assertThat(job.message()).isEmpty();
        assertThat(job.output()).isEmpty();
        assertThat(job.progress()).isEqualTo(Job.Progress.NONE);
        assertThat(job.cancelRequested()).isFalse();
        assertThat(job.acknowledged()).isFalse();
    }

    @Test
    default void whatOneProcessEnqueuesAnotherOneRuns() {
        JobId id = add(work("a"));
        QueueUnderTest other = subject().another();
        WorkerId worker = other.workers().join(QueueScenes.info("w"), LONG_LEASE);

        List<ClaimedJob> claimed = other.queue().claim(worker, TYPES, 10);

        assertThat(QueueScenes.ids(claimed)).containsExactly(id);
    }

    @Test
    default void manyAreAnsweredInTheirOrder() {
        List<NewJob> jobs =
                IntStream.range(0, 1_234).mapToObj(i -> work("job " + i)).toList();

        List<Enqueued> answers = subject().queue().enqueue(jobs);

        assertThat(answers).hasSize(1_234).allMatch(answer -> answer.how() == Enqueued.How.ADDED);
        assertThat(answers.stream().map(Enqueued::id).distinct()).hasSize(1_234);
        for (int i : new int[] {0, 1, 499, 500, 1_000, 1_233}) {
            assertThat(job(answers.get(i).id()).payload()).isEqualTo(payload("job " + i));
        }
    }

    @Test
    default void noneIsNothing() {
        assertThat(subject().queue().enqueue(List.of())).isEmpty();
    }

    @Test
    default void ofManyNoneIsAddedWhenOneConflicts() {
        JobId there = add(work("there").withIdentity("k", Identity.OnWaiting.FAIL));
        List<NewJob> jobs = List.of(work("a"), work("b").withIdentity("k", Identity.OnWaiting.FAIL), work("c"));

        assertThatThrownBy(() -> subject().queue().enqueue(jobs)).isInstanceOf(PortException.Conflict.class);

        assertThat(subject().history().list(JobFilter.ALL, Optional.empty(), 10).items())
                .extracting(Job::id)
                .containsExactly(there);
    }

    @Test
    default void ofManyNoneIsAddedOrReplacedWhenAParentDoesNotExist() {
        JobId there = add(work("there").withIdentity("k", Identity.OnWaiting.IGNORE));
        List<NewJob> jobs = List.of(
                work("a"),
                work("new").withIdentity("k", Identity.OnWaiting.REPLACE),
                work("child").waitingFor(List.of(there, new JobId(987_654_321)), OnLostParent.CANCEL));

        assertThatThrownBy(() -> subject().queue().enqueue(jobs))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("987654321");

        assertThat(subject().history().list(JobFilter.ALL, Optional.empty(), 10).items())
                .extracting(Job::payload)
                .containsExactly(payload("there"));
    }

    @Test
    default void aLargePayloadComesBackWhole() {
        String large = "{\"rows\":\"" + "ä1👟x".repeat(60_000) + "\"}";
        NewJob job = new NewJob(
                "work",
                3,
                large,
                Priority.NORMAL,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                OnLostParent.CANCEL,
                1);

        add(job);

        ClaimedJob claimed = claimOnly(join("w"));
        assertThat(claimed.payload()).isEqualTo(large);
        assertThat(claimed.version()).isEqualTo(3);
    }
}
