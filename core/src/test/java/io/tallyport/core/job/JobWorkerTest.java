package io.tallyport.core.job;

import static io.tallyport.core.job.WorkerHouse.await;
import static io.tallyport.core.job.WorkerHouse.beating;
import static io.tallyport.core.job.WorkerHouse.doing;
import static io.tallyport.core.job.WorkerHouse.quick;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobWorkerTest {

    private final WorkerHouse house = new WorkerHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void eachJobIsDoneOnceAndTheWorkerEndsWhenIdle() {
        List<NewJob> many = IntStream.range(0, 2_000)
                .mapToObj(i -> NewJob.of(WorkerHouse.WORK, "j" + i))
                .toList();
        house.jobs.queue().enqueue(many);
        Queue<String> done = new ConcurrentLinkedQueue<>();
        JobWorker worker = house.worker(quick(), doing((text, context) -> {
            done.add(text);
            return Outcome.done("done " + text);
        }));

        WorkerReport report = worker.runUntilIdle();

        assertThat(report).isEqualTo(new WorkerReport(WorkerReport.End.IDLE, 2_000, 0, 0, 0, 0));
        assertThat(done).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(house.jobs.history().statistics().count(JobState.COMPLETED)).isEqualTo(2_000);
        assertThat(house.jobs.workers().list()).noneMatch(Workers.Seen::alive);
    }

    @Test
    void whatIsSettledLetsOthersGoBeforeTheWorkerIsIdle() {
        JobId first = house.add("first");
        JobId child = house.add(NewJob.of(WorkerHouse.WORK, "child").waitingFor(List.of(first), OnLostParent.CANCEL));
        JobId grandchild =
                house.add(NewJob.of(WorkerHouse.WORK, "grandchild").waitingFor(List.of(child), OnLostParent.CANCEL));

        WorkerReport report =
                house.worker(quick(), doing((text, context) -> Outcome.done())).runUntilIdle();

        assertThat(report.completed()).isEqualTo(3);
        assertThat(house.job(grandchild).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aRunningWorkerIsWokenByAnEnqueue() {
        WorkerSettings slow = quick().withIdlePoll(Duration.ofHours(1)).withLease(Duration.ofHours(1));
        JobQueue queue = new SignallingQueue(house.jobs.queue(), house.signal);
        JobWorker worker = house.worker(slow, doing((text, context) -> Outcome.done()));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await("the worker is there", () -> !house.jobs.workers().list().isEmpty());

        for (int i = 0; i < 20; i++) {
            JobId id = queue.enqueue(NewJob.of(WorkerHouse.WORK, "j" + i)).id();
            house.awaitState(id, JobState.COMPLETED);
        }

        worker.stop();
        assertThat(await(end).completed()).isEqualTo(20);
    }

    @Test
    void anEnqueueInAUnitOfWorkWakesTheWorkerAfterTheCommitAndNotBefore() {
        UnitOfWork unitOfWork = new InMemoryUnitOfWork();
        AtomicInteger rings = new AtomicInteger();
        house.signal.listen(rings::incrementAndGet);
        JobQueue queue = new SignallingQueue(house.jobs.queue(), house.signal, unitOfWork);

        unitOfWork.inOne(() -> {
            queue.enqueue(NewJob.of(WorkerHouse.WORK, "a"));
            assertThat(rings).hasValue(0);
        });

        assertThat(rings).hasValue(1);
        queue.enqueue(NewJob.of(WorkerHouse.WORK, "b"));
        assertThat(rings).as("outside of one at once").hasValue(2);
    }

    @Test
    void aJobThatIsDueLaterStartsThen() {
        JobId id = house.add(NewJob.of(WorkerHouse.WORK, "later").after(Duration.ofMinutes(1)));
        JobWorker worker =
                house.worker(quick().withLease(Duration.ofHours(1)), doing((text, context) -> Outcome.done()));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await("the worker is there", () -> !house.jobs.workers().list().isEmpty());
        assertThat(house.job(id).state()).isEqualTo(JobState.PENDING);

        house.clock.advance(Duration.ofMinutes(1));

        house.awaitState(id, JobState.COMPLETED);
        worker.stop();
        assertThat(await(end).end()).isEqualTo(WorkerReport.End.STOPPED);
    }

    @Test
    void itTakesNoMoreThanItCanStart() {
        IntStream.range(0, 50).forEach(i -> house.add("j" + i));
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        JobWorker worker = house.worker(quick(), doing((text, context) -> {
            busy.countDown();
            go.await();
            return Outcome.done();
        }));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await(busy);

        assertThat(house.jobs.history().statistics().count(JobState.PROCESSING)).isEqualTo(2);
        assertThat(house.jobs.history().statistics().count(JobState.PENDING)).isEqualTo(48);

        go.countDown();
        worker.stop();
        assertThat(await(end).leftRunning()).isZero();
    }

    @Test
    void progressAndCancellationTravelWithTheHeartbeat() {
        JobId id = house.add("long");
        CountDownLatch busy = new CountDownLatch(1);
        JobWorker worker = house.worker(beating(), doing((text, context) -> {
            context.progress(3, 9, "three of nine");
            busy.countDown();
            await("it is asked to stop", context::shouldStop);
            return Outcome.cancelled("at 3 of 9");
        }));
        CompletableFuture<WorkerReport> end = house.start(worker);
        await(busy);
        await("the progress is stored", () -> house.job(id).progress().done() == 3);

        house.jobs.desk().cancel(List.of(id), "Zoë");

        house.awaitState(id, JobState.CANCELLED);
        assertThat(house.job(id).message()).isEqualTo("at 3 of 9");
        worker.stop();
        assertThat(await(end).notCompleted()).isEqualTo(1);
    }
}
