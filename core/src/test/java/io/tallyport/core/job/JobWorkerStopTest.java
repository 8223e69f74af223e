package io.tallyport.core.job;

import static io.tallyport.core.job.WorkerHouse.await;
import static io.tallyport.core.job.WorkerHouse.beating;
import static io.tallyport.core.job.WorkerHouse.doing;
import static io.tallyport.core.job.WorkerHouse.quick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a worker ends. */
class JobWorkerStopTest {

    private final WorkerHouse house = new WorkerHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void stoppingLetsRunningJobsFinishAndHandsTheOthersBack() {
        IntStream.range(0, 200).forEach(i -> house.add("quick"));
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        // The first ones are quick, so that the worker takes some ahead.
        JobWorker worker = house.worker(quick(), doing((text, context) -> {
            if (begun.incrementAndGet() > 40) {
                busy.countDown();
                go.await();
            }
            return Outcome.done();
        }));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await(busy);
        worker.stop();
        await(
                "those that have not begun wait again",
                () -> house.jobs.history().statistics().count(JobState.PROCESSING) <= 2);
        go.countDown();

        WorkerReport report = await(end);

        assertThat(report.end()).isEqualTo(WorkerReport.End.STOPPED);
        QueueStatistics statistics = house.jobs.history().statistics();
        assertThat(statistics.count(JobState.PROCESSING)).isZero();
        assertThat(statistics.count(JobState.COMPLETED)).isEqualTo(report.completed());
        assertThat(statistics.count(JobState.PENDING)).isEqualTo(200 - report.completed());
        assertThat(house.jobs
                        .history()
                        .list(JobFilter.in(JobState.PENDING), Optional.empty(), 500)
                        .items())
                .allMatch(job -> job.attempts() == 0);
    }

    @Test
    void aHandlerThatHearsOfTheStopHandsItsJobBack() {
        JobId id = house.add("long");
        CountDownLatch busy = new CountDownLatch(1);
        JobWorker worker = house.worker(quick(), doing((text, context) -> {
            busy.countDown();
            await("it is asked to stop", context::shouldStop);
            return Outcome.cancelled("at 3 of 9");
        }));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await(busy);

        worker.stop();

        assertThat(await(end).handedBack()).isEqualTo(1);
        assertThat(house.job(id).state()).isEqualTo(JobState.PENDING);
        assertThat(house.job(id).attempts()).isZero();
    }

    @Test
    void aHandlerThatDoesNotHearIsInterruptedBeforeTheLimitAndItsJobHandedBack() {
        JobId id = house.add("long");
        CountDownLatch busy = new CountDownLatch(1);
        JobWorker worker = house.worker(quick().withStopLimit(Duration.ofMillis(300)), doing((text, context) -> {
            busy.countDown();
            new CountDownLatch(1).await();
            return Outcome.done();
        }));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await(busy);

        worker.stop();

        assertThat(await(end)).isEqualTo(new WorkerReport(WorkerReport.End.STOPPED, 0, 0, 1, 0, 0));
        assertThat(house.job(id).state()).isEqualTo(JobState.PENDING);
        assertThat(house.job(id).attempts()).isZero();
    }

    @Test
    void aHandlerThatCannotBeStoppedIsLeftToTheLease() {
        JobId id = house.add("stubborn");
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        JobWorker worker = house.worker(quick().withStopLimit(Duration.ofMillis(100)), doing((text, context) -> {
            busy.countDown();
            WorkerHouse.awaitDeaf(go);
            return Outcome.done();
        }));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await(busy);

        worker.stop();

        assertThat(await(end).leftRunning()).isEqualTo(1);
        assertThat(house.job(id).state()).isEqualTo(JobState.PROCESSING);
        assertThat(house.jobs.upkeep().reap(10)).as("its lease runs").isZero();
        house.clock.advance(Duration.ofHours(1));
        assertThat(house.jobs.upkeep().reap(10)).isEqualTo(1);
        go.countDown();
    }

    @Test
    void tooMuchMemoryEndsTheWorkerInGoodOrder() {
        JobId id = house.add("a");
        JobWorker worker = new JobWorker(
                beating().withMemoryLimit(1_000),
                QueueScenes.info("fat"),
                doing((text, context) -> Outcome.done()),
                house.jobs.ports(),
                house.signal,
                Optional.empty(),
                () -> house.job(id).state() == JobState.COMPLETED ? 1_001 : 0);

        WorkerReport report = worker.run();

        assertThat(report.end()).isEqualTo(WorkerReport.End.MEMORY);
        assertThat(house.job(id).state()).isEqualTo(JobState.COMPLETED);
        assertThat(house.jobs.workers().list()).noneMatch(Workers.Seen::alive);
    }

    @Test
    void aWorkerRunsOnce() {
        JobWorker worker = house.worker(quick(), doing((text, context) -> Outcome.done()));
        worker.stop();

        assertThat(worker.run().end()).isEqualTo(WorkerReport.End.STOPPED);
        assertThatThrownBy(worker::run).isInstanceOf(IllegalStateException.class);
    }
}
