package io.tallyport.core.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that renews the worker's leases until all is settled, tells progress, and hears of cancellations. */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** Garbage that is not collected yet counts as used, so one look says little. */
    private static final int LOOKS = 3;

    private final WorkerSettings settings;
    private final JobQueue queue;
    private final Lives lives;
    private final Crew crew;
    private final Outage outage;
    private final LongSupplier memory;
    private final Runnable onMemory;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "tallyport-job-heartbeat");
    private int over;

    Heartbeat(
            WorkerSettings settings,
            JobQueue queue,
            Lives lives,
            Crew crew,
            Outage outage,
            LongSupplier memory,
            Runnable onMemory) {
        this.settings = settings;
        this.queue = queue;
        this.lives = lives;
        this.crew = crew;
        this.outage = outage;
        this.memory = memory;
        this.onMemory = onMemory;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(settings.grace().toMillis());
    }

    private void run() {
        Duration usual = settings.lease().dividedBy(3);
        Duration next = usual;
        try {
            while (!stopped.await(next.toMillis(), TimeUnit.MILLISECONDS)) {
                next = beat() || usual.compareTo(AFTER_FAILURE) < 0 ? usual : AFTER_FAILURE;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether all leases could be seen to. */
    boolean beat() {
        long used = memory.getAsLong();
        watchMemory(used);
        boolean done = true;
        for (Life life : lives.all()) {
            try {
                see(life, used);
                outage.over();
            } catch (RuntimeException | Error failure) {
                outage.failed("renewing the worker's lease", failure);
                done = false;
            }
        }
        return done;
    }

    private void see(Life life, long used) {
        if (life.isAbandoned() && (life.open() <= 0 || life.isLost())) {
            lives.leave(life);
            return;
        }
        List<HeldJob> running =
                crew.running().stream().filter(held -> held.life == life).toList();
        List<HeldJob> telling = new ArrayList<>();
        List<JobProgress> progress = new ArrayList<>();
        for (HeldJob held : running) {
            @Nullable JobProgress said = held.said();
            if (said != null) {
                telling.add(held);
                progress.add(said);
            }
        }
        long asked = System.nanoTime();
        Renewal renewal = queue.renew(life.id, new Pulse(running.size(), used, progress), settings.lease());
        for (int i = 0; i < telling.size(); i++) {
            telling.get(i).told(progress.get(i));
        }
        if (renewal.held()) {
            life.renewed(asked);
            crew.cancel(renewal.cancelled());
        } else {
            LOG.warn("worker {} was not heard of for its lease; its jobs have been given to others", life.id);
            life.lose();
        }
    }

    private void watchMemory(long used) {
        long limit = settings.memoryLimit().orElse(Long.MAX_VALUE);
        over = used > limit ? over + 1 : 0;
        if (over == LOOKS) {
            LOG.warn(
                    "{} bytes of memory are in use, the limit is {}: the worker finishes what it has and ends",
                    used,
                    limit);
            onMemory.run();
        }
    }
}
