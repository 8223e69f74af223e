package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.job.testing.InMemoryJobs;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A storage in memory, and a worker over it that runs on threads of its own. */
final class WorkerHouse implements AutoCloseable {

    static final JobType<String> WORK =
            JobType.of("work", 1, new TextCodec()).withRetries(new RetrySchedule(3, List.of(Duration.ZERO)));

    /** No pass mark, only an end for a test that would hang. */
    private static final long HANGS_AFTER_SECONDS = 120;

    private static final long LOOK_NANOS = 100_000;

    final SettableClock clock = new SettableClock(QueueScenes.START);
    final InMemoryJobs jobs = new InMemoryJobs(clock);
    final JobSignal signal = new JobSignal();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Optional<JobWorker> worker = Optional.empty();

    static WorkerSettings quick() {
        return WorkerSettings.DEFAULT
                .withThreads(2)
                .withIdlePoll(Duration.ofMillis(5))
                .withStopLimit(Duration.ofSeconds(20))
                .withGrace(Duration.ofMillis(50));
    }

    /** Whose heart beats quickly; on a slow machine jobs may be handed back since a beat came late. */
    static WorkerSettings beating() {
        return quick().withLease(Duration.ofMillis(300));
    }

    JobId add(String payload) {
        return add(NewJob.of(WORK, payload));
    }

    JobId add(NewJob job) {
        return jobs.queue().enqueue(job).id();
    }

    JobWorker worker(WorkerSettings settings, JobHandlers handlers) {
        return worker(settings, handlers, UnaryOperator.identity());
    }

    /** A worker over a line to the storage that a test can cut. */
    JobWorker worker(WorkerSettings settings, JobHandlers handlers, UnaryOperator<JobPorts> line) {
        JobWorker made = new JobWorker(
                settings, QueueScenes.info("worker"), handlers, line.apply(jobs.ports()), signal, Optional.empty());
        worker = Optional.of(made);
        return made;
    }

    static JobHandlers doing(JobHandler<String> handler) {
        return JobHandlers.NONE.with(WORK, handler);
    }

    CompletableFuture<WorkerReport> start(JobWorker some) {
        return CompletableFuture.supplyAsync(some::run, threads);
    }

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(HANGS_AFTER_SECONDS, TimeUnit.SECONDS).join();
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(HANGS_AFTER_SECONDS, TimeUnit.SECONDS))
                    .as("it happens at all")
                    .isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** Waits and does not hear of interruptions. */
    static void awaitDeaf(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                done = latch.await(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                // That is what it is for.
                done = false;
            }
        }
    }

    /** Looks until it is so. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANGS_AFTER_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    Job job(JobId id) {
        return jobs.history().find(id).orElseThrow();
    }

    List<JobState> path(JobId id) {
        return jobs.history().transitions(id).stream().map(Transition::to).toList();
    }

    void awaitState(JobId id, JobState state) {
        await("job " + id + " comes to " + state, () -> job(id).state() == state);
    }

    @Override
    public void close() {
        worker.ifPresent(JobWorker::stop);
        threads.shutdownNow();
    }
}
