package io.tallyport.core.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that settles what is over: always all that piled up while the last transaction was under way, so that nothing
 * waits for a batch to fill and many go with one commit.
 */
final class Settler {

    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);

    private static final int BATCH = 500;

    private final JobQueue queue;
    private final Outage outage;
    private final Tally tally;
    private final Runnable onSettled;
    /** An empty one tells that there is no more. Its bound keeps runners from running ahead of a storage that is away. */
    private final BlockingQueue<Optional<Ended>> outbox = new LinkedBlockingQueue<>(4 * BATCH);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "tallyport-job-settler");
    private volatile long deadline = Long.MAX_VALUE;
    private volatile boolean hasDeadline;

    Settler(JobQueue queue, Outage outage, Tally tally, Runnable onSettled) {
        this.queue = queue;
        this.outage = outage;
        this.tally = tally;
        this.onSettled = onSettled;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void add(Ended ended) {
        put(Optional.of(ended));
    }

    private void put(Optional<Ended> next) {
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                outbox.put(next);
                done = true;
            } catch (InterruptedException again) {
                // A result must not be thrown away for it.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Settles what is left, but tries no longer than that. */
    void finish(long until) throws InterruptedException {
        deadline = until;
        hasDeadline = true;
        if (!outbox.offer(Optional.empty(), Math.max(until - System.nanoTime(), 0), TimeUnit.NANOSECONDS)) {
            LOG.warn("{} results could not be stored; their jobs are taken back when the lease ends", outbox.size());
        }
        boolean unused = finished.await(
                Math.max(until - System.nanoTime(), 0) + TimeUnit.SECONDS.toNanos(1), TimeUnit.NANOSECONDS);
    }

    private void run() {
        boolean more = true;
        try {
            while (more) {
                List<Optional<Ended>> some = new ArrayList<>();
                some.add(outbox.take());
                outbox.drainTo(some, BATCH - 1);
                more = some.stream().allMatch(Optional::isPresent);
                settle(some.stream().flatMap(Optional::stream).toList());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            finished.countDown();
        }
    }

    private void settle(List<Ended> batch) throws InterruptedException {
        for (int failures = 0; !batch.isEmpty(); failures++) {
            try {
                store(batch);
                return;
            } catch (RuntimeException | Error failure) {
                if (!Outage.isPassing(failure)) {
                    LOG.error("results cannot be stored; those that can be are stored one by one", failure);
                    batch.forEach(this::settleAlone);
                    return;
                }
                outage.failed("storing the results of jobs", failure);
            }
            if (isTooLate()) {
                LOG.warn(
                        "the results of {} jobs could not be stored; they are taken back when the lease ends",
                        batch.size());
                return;
            }
            pause(Outage.backOff(failures));
        }
    }

    private void store(List<Ended> batch) {
        List<Settlement> settlements = batch.stream().map(Ended::settlement).toList();
        Set<Settlement> lost = new HashSet<>(queue.settle(settlements));
        outage.over();
        for (Ended ended : batch) {
            tally.count(ended, lost.contains(ended.settlement()));
            ended.held().life.settled();
        }
        onSettled.run();
    }

    private void settleAlone(Ended ended) {
        try {
            store(List.of(ended));
        } catch (RuntimeException failure) {
            // Nobody may renew it any more: then it is taken back, and not held for ever.
            LOG.error(
                    "the result of job {} cannot be stored", ended.held().job().id(), failure);
            ended.held().life.abandon();
            ended.held().life.settled();
        }
    }

    private boolean isTooLate() {
        return hasDeadline && System.nanoTime() - deadline >= 0;
    }

    private void pause(Duration time) throws InterruptedException {
        boolean unused = finished.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
