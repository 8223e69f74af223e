package io.tallyport.core.inventory;

import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a lease while a use case works, and knows when it has been lost. A killed process loses it by itself. */
final class LeaseKeeper implements AutoCloseable {

    static final Duration LENGTH = Duration.ofSeconds(15);

    /** Several, since one that waits for a database must not hold up the leases of another. */
    private static final int TIMER_THREADS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /** For all leases of the process: a thread for each would cost more than most of what is done under a lease. */
    private static final ScheduledExecutorService TIMER = timer();

    private final Leases leases;
    private final Future<?> renewal;
    private final LongSupplier nanoTime;
    private Lease lease;
    private long renewedAt;
    private boolean lost;

    private LeaseKeeper(Leases leases, Lease lease, LongSupplier nanoTime, long acquiredAt) {
        this.leases = leases;
        this.lease = lease;
        this.nanoTime = nanoTime;
        this.renewedAt = acquiredAt;
        long every = LENGTH.toMillis() / 3;
        this.renewal = TIMER.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMER_THREADS, task -> {
            Thread thread = new Thread(task, "tallyport-lease");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    static LeaseKeeper acquire(Leases leases, String name, String holder) {
        return acquire(leases, name, holder, System::nanoTime);
    }

    static LeaseKeeper acquire(Leases leases, String name, String holder, LongSupplier nanoTime) {
        return acquire(leases, name, holder, nanoTime, who -> PlanErrors.rejected("apply plan", PlanErrors.BUSY, who));
    }

    static LeaseKeeper acquire(
            Leases leases,
            String name,
            String holder,
            LongSupplier nanoTime,
            Function<String, PortException.Rejected> refusal) {
        long asked = nanoTime.getAsLong();
        Optional<Lease> got = leases.acquire(name, holder, LENGTH);
        if (got.isEmpty()) {
            String who = leases.current(name)
                    .map(now -> "run " + now.holder() + " holds it, at least until " + now.until())
                    .orElse("it was taken this moment");
            throw refusal.apply(who);
        }
        return new LeaseKeeper(leases, got.get(), nanoTime, asked);
    }

    private synchronized void renew() {
        long asked = nanoTime.getAsLong();
        try {
            Optional<Lease> longer = leases.renew(lease, LENGTH);
            longer.ifPresent(renewed -> {
                lease = renewed;
                renewedAt = asked;
            });
            lost = longer.isEmpty();
        } catch (RuntimeException failed) {
            // The next turn tries again; what counts is whether the lease has ended before it.
            LOG.warn("the lease {} could not be renewed", lease.name(), failed);
        }
    }

    /** Whether somebody else may hold the lease; one that has not been renewed in its time is asked for once more. */
    synchronized boolean isLost() {
        if (!lost && isOverdue()) {
            renew();
        }
        return lost || isOverdue();
    }

    private boolean isOverdue() {
        return nanoTime.getAsLong() - renewedAt >= LENGTH.toNanos();
    }

    /** Ends the run when the lease is lost: right before each write. */
    void check() {
        if (isLost()) {
            throw new ApplyStop(RunState.FAILED, Reason.STOPPED, "another process may have taken over this location");
        }
    }

    @Override
    public void close() {
        renewal.cancel(false);
        synchronized (this) {
            leases.release(lease);
        }
    }
}
