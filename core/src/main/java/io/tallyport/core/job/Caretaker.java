package io.tallyport.core.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that fires schedules, takes back jobs of workers that are gone, and lets go what is held for no reason. */
final class Caretaker {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private static final int BATCH = 500;
    private static final Duration RELEASE = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final QueueUpkeep upkeep;
    private final Optional<ScheduleKeeper> schedules;
    private final Outage outage;
    private final Runnable onWork;
    private final Duration reapEvery;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "tallyport-job-upkeep");
    private long reapedAt;
    private long releasedAt;

    Caretaker(QueueUpkeep upkeep, Optional<ScheduleKeeper> schedules, Outage outage, Duration lease, Runnable onWork) {
        this.upkeep = upkeep;
        this.schedules = schedules;
        this.outage = outage;
        this.onWork = onWork;
        this.reapEvery = lease.dividedBy(2);
        this.reapedAt = System.nanoTime() - reapEvery.toNanos();
        this.releasedAt = System.nanoTime() - RELEASE.toNanos();
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(TICK.toMillis());
    }

    private void run() {
        Duration tick = reapEvery.compareTo(TICK) < 0 ? reapEvery : TICK;
        try {
            do {
                tend();
            } while (!stopped.await(tick.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what is due. */
    void tend() {
        int moved = safely(
                "firing schedules", () -> schedules.map(ScheduleKeeper::fireDue).orElse(0));
        long now = System.nanoTime();
        if (now - reapedAt >= reapEvery.toNanos()) {
            reapedAt = now;
            moved += all("taking back jobs", () -> upkeep.reap(BATCH));
        }
        if (now - releasedAt >= RELEASE.toNanos()) {
            releasedAt = now;
            moved += all("letting go of jobs", () -> upkeep.release(BATCH));
        }
        if (moved > 0) {
            onWork.run();
        }
    }

    private int all(String what, IntSupplier batch) {
        int count = 0;
        int last;
        do {
            last = safely(what, batch);
            count += last;
        } while (last >= BATCH && stopped.getCount() > 0);
        return count;
    }

    private int safely(String what, IntSupplier work) {
        try {
            int count = work.getAsInt();
            outage.over();
            if (count > 0) {
                LOG.debug("{}: {}", what, count);
            }
            return count;
        } catch (RuntimeException | Error failure) {
            outage.failed(what, failure);
            return 0;
        }
    }
}
