package io.tallyport.core.job;

import static io.tallyport.core.job.WorkerHouse.await;
import static io.tallyport.core.job.WorkerHouse.doing;
import static io.tallyport.core.job.WorkerHouse.quick;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What handlers do to a worker, and what it makes of it. */
class JobWorkerFaultsTest {

    private final WorkerHouse house = new WorkerHouse();

    @AfterEach
    void close() {
        house.close();
    }

    private WorkerReport runAll(JobHandler<String> handler) {
        return house.worker(quick(), doing(handler)).runUntilIdle();
    }

    @Test
    void aPoisonJobIsDeadInTheEndAndTheOthersAreDone() {
        JobId poison = house.add("poison");
        List<JobId> good =
                IntStream.range(0, 20).mapToObj(i -> house.add("good")).toList();

        runAll((text, context) -> {
            if (text.equals("poison")) {
                throw new IllegalStateException("boom");
            }
            return Outcome.done();
        });

        assertThat(house.job(poison).state()).isEqualTo(JobState.DEAD);
        assertThat(house.job(poison).attempts()).isEqualTo(4);
        assertThat(house.job(poison).reason()).isEqualTo("error");
        assertThat(house.job(poison).message()).isEqualTo("java.lang.IllegalStateException: boom");
        assertThat(good).allMatch(id -> house.job(id).state() == JobState.COMPLETED);
    }

    @Test
    void noErrorEndsTheWorker() {
        List<JobId> bad = List.of(house.add("assert"), house.add("stack"), house.add("link"));
        JobId good = house.add("good");

        runAll((text, context) -> {
            switch (text) {
                case "assert" -> throw new AssertionError("no");
                case "stack" -> throw new StackOverflowError();
                case "link" -> throw new NoClassDefFoundError("gone");
                default -> {
                    return Outcome.done();
                }
            }
        });

        assertThat(bad).allMatch(id -> house.job(id).state() == JobState.DEAD);
        assertThat(bad).allMatch(id -> house.job(id).reason().equals("error"));
        assertThat(house.job(good).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aLackOfMemoryEndsTheWorkerInGoodOrderAndTheJobIsTriedByTheNextOne() {
        JobId hungry = house.add("hungry");
        JobId other = house.add(NewJob.of(WorkerHouse.WORK, "other").withPriority(Priority.LOW));
        JobHandler<String> handler = (text, context) -> {
            if (text.equals("hungry") && context.job().attempt() == 1) {
                throw new IllegalStateException("wrapped", new OutOfMemoryError("Java heap space"));
            }
            return Outcome.done();
        };

        WorkerReport report =
                await(house.start(house.worker(quick().withThreads(1).withPrefetch(0), doing(handler))));

        assertThat(report.end()).isEqualTo(WorkerReport.End.MEMORY);
        assertThat(report.leftRunning()).isZero();
        assertThat(house.job(hungry).state()).isEqualTo(JobState.FAILED);
        assertThat(house.job(hungry).reason()).isEqualTo("error");
        assertThat(house.jobs.workers().list()).noneMatch(Workers.Seen::alive);
        runAll(handler);
        assertThat(List.of(house.job(hungry).state(), house.job(other).state())).containsOnly(JobState.COMPLETED);
    }

    @Test
    void anUnreadablePayloadIsDeadAtOnce() {
        JobId id = house.add(NewJob.of(WorkerHouse.WORK, "a"));
        house.jobs.desk().edit(id, 1, "broken", "Zoë");

        runAll((text, context) -> Outcome.done());

        assertThat(house.job(id).state()).isEqualTo(JobState.DEAD);
        assertThat(house.job(id).attempts()).isEqualTo(1);
        assertThat(house.job(id).reason()).isEqualTo("payload");
        assertThat(house.job(id).message()).contains("it is broken at 1:1").contains("replay");
    }

    @Test
    void anUnknownTypeIsLeftForANewerWorker() {
        JobId id = house.add(NewJob.of(JobType.of("newer", 1, new TextCodec()), "a"));
        JobId known = house.add("known");

        runAll((text, context) -> Outcome.done());

        assertThat(house.path(id)).containsExactly(JobState.PENDING);
        assertThat(house.job(known).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aRefusingPlatformRestsItsJobsAndBurnsNoTry() {
        List<JobId> all = IntStream.range(0, 5)
                .mapToObj(i -> house.add(NewJob.of(WorkerHouse.WORK, "a").inGroup("shop", 1)))
                .toList();
        JobId other = house.add("other");
        AtomicInteger calls = new AtomicInteger();

        runAll((text, context) -> {
            if (text.equals("other")) {
                return Outcome.done();
            }
            calls.incrementAndGet();
            throw new PortException.Authentication(FailureContext.of("set stock"), "revoked");
        });

        assertThat(calls).hasValue(1);
        assertThat(all).allMatch(id -> house.job(id).attempts() == 0);
        assertThat(house.job(other).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aHandlerThatTakesTooLongIsInterruptedAndTriedAgain() {
        JobType<String> brief = WorkerHouse.WORK.withTimeLimit(Duration.ofMillis(20));
        JobId id = house.add("slow");
        AtomicInteger tries = new AtomicInteger();
        JobHandlers handlers = JobHandlers.NONE.with(brief, (text, context) -> {
            if (tries.incrementAndGet() == 1) {
                new CountDownLatch(1).await();
            }
            return Outcome.done();
        });

        house.worker(quick().withGrace(Duration.ofMinutes(1)), handlers).runUntilIdle();

        assertThat(house.path(id))
                .containsExactly(
                        JobState.PENDING,
                        JobState.PROCESSING,
                        JobState.FAILED,
                        JobState.PROCESSING,
                        JobState.COMPLETED);
        assertThat(house.jobs.history().transitions(id).get(2).reason()).isEqualTo("time-limit");
    }

    @Test
    void aHandlerThatHangsLosesItsThreadAndNotTheWorker() {
        JobType<String> brief = WorkerHouse.WORK.withTimeLimit(Duration.ofMillis(20));
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(4);
        JobHandlers handlers = JobHandlers.NONE.with(brief, (text, context) -> {
            if (text.equals("hangs")) {
                WorkerHouse.awaitDeaf(go);
                ended.countDown();
            }
            return Outcome.done();
        });
        JobId hangs = house.add("hangs");
        JobWorker worker = house.worker(quick().withThreads(1), handlers);
        CompletableFuture<WorkerReport> end = house.start(worker);
        house.awaitState(hangs, JobState.DEAD);
        JobId next = house.add("next");
        house.awaitState(next, JobState.COMPLETED);

        go.countDown();
        await(ended);

        worker.stop();
        assertThat(await(end).leftRunning()).isZero();
        assertThat(house.job(hangs).state())
                .as("what came too late does not count")
                .isEqualTo(JobState.DEAD);
        assertThat(house.job(hangs).reason()).isEqualTo("time-limit");
    }

    @Test
    void anInterruptionOfOneTryDoesNotHitTheNext() {
        JobType<String> brief = WorkerHouse.WORK.withTimeLimit(Duration.ofMillis(20));
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        house.add("slow");
        house.add("next");
        JobHandlers handlers = JobHandlers.NONE.with(brief, (text, context) -> {
            if (text.equals("slow")) {
                await("its time is over", () -> Thread.currentThread().isInterrupted());
            } else {
                interrupted.set(Thread.currentThread().isInterrupted());
            }
            return Outcome.done();
        });

        WorkerReport report = house.worker(quick().withThreads(1).withGrace(Duration.ofMinutes(1)), handlers)
                .runUntilIdle();

        assertThat(report.completed()).as("what was done in the end is done").isEqualTo(2);
        assertThat(interrupted.get()).isFalse();
    }
}
