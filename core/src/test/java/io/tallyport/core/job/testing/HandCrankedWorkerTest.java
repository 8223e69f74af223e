package io.tallyport.core.job.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.JobHandlers;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.OnLostParent;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.QueueScenes;
import io.tallyport.core.job.Settlement;
import io.tallyport.core.job.TextCodec;
import io.tallyport.core.job.WorkerId;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandCrankedWorkerTest {

    private static final JobType<String> WORK = JobType.of("work", 1, new TextCodec());

    private final SettableClock clock = new SettableClock(QueueScenes.START);
    private final InMemoryJobs jobs = new InMemoryJobs(clock);

    private HandCrankedWorker worker(JobHandler<String> handler) {
        return new HandCrankedWorker(jobs.ports(), JobHandlers.NONE.with(WORK, handler));
    }

    private JobId add(NewJob job) {
        return jobs.queue().enqueue(job).id();
    }

    private Job job(JobId id) {
        return jobs.history().find(id).orElseThrow();
    }

    @Test
    void whatIsDueRunsInItsOrderOnTheCallersThread() {
        List<String> ran = new ArrayList<>();
        Thread here = Thread.currentThread();
        JobId parent = add(NewJob.of(WORK, "parent"));
        add(NewJob.of(WORK, "child").waitingFor(List.of(parent), OnLostParent.CANCEL));
        add(NewJob.of(WORK, "urgent").withPriority(Priority.CRITICAL));
        add(NewJob.of(WORK, "later").after(Duration.ofMinutes(1)));

        int tries = worker((text, context) -> {
                    assertThat(Thread.currentThread()).isSameAs(here);
                    context.assertHeld();
                    ran.add(text);
                    return Outcome.done();
                })
                .runDue();

        assertThat(tries).isEqualTo(3);
        assertThat(ran).containsExactly("urgent", "parent", "child");
    }

    @Test
    void retriesComeExactlyWhenTheScheduleSays() {
        JobId id = add(NewJob.of(WORK, "a"));
        HandCrankedWorker worker = worker((text, context) -> Outcome.retry("away"));
        List<Duration> waits = List.of(Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofMinutes(15));

        assertThat(worker.runDue()).isEqualTo(1);
        for (Duration wait : waits) {
            clock.advance(wait.minusMillis(1));
            assertThat(worker.runDue()).isZero();
            clock.advance(Duration.ofMillis(1));
            assertThat(worker.runDue()).isEqualTo(1);
        }

        assertThat(job(id).state()).isEqualTo(JobState.DEAD);
    }

    @Test
    void whatADeadWorkerHeldIsTakenBackWhenItIsTold() {
        JobId id = add(NewJob.of(WORK, "a"));
        HandCrankedWorker worker = worker((text, context) -> Outcome.done());
        WorkerId gone = jobs.workers().join(QueueScenes.info("gone"), Duration.ofMinutes(1));
        ClaimedJob stale = jobs.queue().claim(gone, Set.of("work"), 1).get(0);

        assertThat(worker.reapExpired()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(worker.reapExpired()).isEqualTo(1);

        assertThat(job(id).message()).isEqualTo("Reset due to timeout");
        assertThat(worker.runDue()).isEqualTo(1);
        assertThat(job(id).state()).isEqualTo(JobState.COMPLETED);
        assertThat(jobs.queue().settle(List.of(Settlement.completed(stale, Optional.empty()))))
                .hasSize(1);
    }

    @Test
    void progressAndCancellationAreThereAtOnce() {
        JobId id = add(NewJob.of(WORK, "a"));
        HandCrankedWorker worker = worker((text, context) -> {
            context.progress(1, 2, "half");
            assertThat(job(id).progress()).isEqualTo(new Job.Progress(1, 2, "half"));
            assertThat(context.shouldStop()).isFalse();
            jobs.desk().cancel(List.of(id), "Zoë");
            assertThat(context.shouldStop()).isTrue();
            return Outcome.cancelled("at half");
        });

        worker.runDue();

        assertThat(job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(job(id).message()).isEqualTo("at half");
    }

    @Test
    void anAssertionThatFailsInAHandlerShowsInItsJob() {
        JobId id = add(NewJob.of(WORK, "a").withMaxAttempts(1));

        worker((text, context) -> {
                    throw new AssertionError("expected 3");
                })
                .runDue();

        assertThat(job(id).state()).isEqualTo(JobState.DEAD);
        assertThat(job(id).message()).contains("expected 3");
    }
}
