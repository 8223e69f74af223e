package io.tallyport.core.job;

import static io.tallyport.core.job.WorkerHouse.await;
import static io.tallyport.core.job.WorkerHouse.beating;
import static io.tallyport.core.job.WorkerHouse.doing;
import static io.tallyport.core.job.WorkerHouse.quick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a worker's jobs when its storage is away, answers get lost, or the jobs are taken back. */
class JobWorkerOutageTest {

    private final WorkerHouse house = new WorkerHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theWorkerOutlivesAnOutage() {
        CutLine line = new CutLine();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        JobWorker worker = house.worker(
                quick().withLease(Duration.ofMinutes(5)),
                doing((text, context) -> {
                    busy.countDown();
                    go.await();
                    return Outcome.done();
                }),
                line::over);
        JobId before = house.add("before");
        CompletableFuture<WorkerReport> end = house.start(worker);
        await(busy);
        line.cut();
        go.countDown();
        await("it tries again and again", () -> line.refused() > 8);
        assertThat(house.job(before).state()).isEqualTo(JobState.PROCESSING);
        JobId meanwhile = house.add("meanwhile");

        line.mend();

        house.awaitState(before, JobState.COMPLETED);
        house.awaitState(meanwhile, JobState.COMPLETED);
        worker.stop();
        assertThat(await(end)).isEqualTo(new WorkerReport(WorkerReport.End.STOPPED, 2, 0, 0, 0, 0));
        assertThat(house.jobs.workers().list()).as("one life is enough").hasSize(1);
    }

    @Test
    void aLostAnswerToAClaimStrandsNoJob() {
        CutLine line = new CutLine();
        line.loseAnswerOf("claim");
        JobId id = house.add("a");
        JobWorker worker = house.worker(beating(), doing((text, context) -> Outcome.done()), line::over);

        CompletableFuture<WorkerReport> end = house.start(worker);

        house.awaitState(id, JobState.COMPLETED);
        worker.stop();
        assertThat(await(end).completed()).isEqualTo(1);
        assertThat(line.hasLost("claim")).isTrue();
        assertThat(house.path(id))
                .as("the first claim was taken back")
                .startsWith(JobState.PENDING, JobState.PROCESSING, JobState.PENDING, JobState.PROCESSING)
                .endsWith(JobState.COMPLETED);
    }

    @Test
    void aLostAnswerToASettlementIsAskedForAgain() {
        JobId id = house.add("a");
        JobId other = house.add("b");
        JobWorker worker = house.worker(
                quick(),
                doing((text, context) -> Outcome.done()),
                ports -> new JobPorts(
                        new ForgetfulQueue(ports.queue()), ports.upkeep(), ports.workers(), ports.fence()));

        WorkerReport report = worker.runUntilIdle();

        assertThat(report.completed() + report.lost()).isEqualTo(2);
        assertThat(house.job(id).state()).isEqualTo(JobState.COMPLETED);
        assertThat(house.path(other)).containsExactly(JobState.PENDING, JobState.PROCESSING, JobState.COMPLETED);
    }

    @Test
    void aTryThatWasTakenBackMustNotWriteAndDoesNotCount() {
        JobId id = house.add("a");
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        JobWorker worker = house.worker(beating(), doing((text, context) -> {
            if (tries.incrementAndGet() == 1) {
                context.assertHeld();
                busy.countDown();
                taken.await();
                assertThatThrownBy(context::assertHeld)
                        .isInstanceOf(PortException.Conflict.class)
                        .hasMessageContaining("job " + id);
                await("it is asked to stop", context::shouldStop);
            }
            return Outcome.done("try " + tries.get());
        }));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await(busy);

        // As after a pause of the whole process that was longer than the lease.
        house.jobs.workers().leave(house.job(id).worker().orElseThrow());
        house.jobs.upkeep().reap(10);
        taken.countDown();

        house.awaitState(id, JobState.COMPLETED);
        worker.stop();
        WorkerReport report = await(end);
        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.completed()).isEqualTo(1);
        assertThat(house.job(id).attempts()).isEqualTo(2);
    }
}
