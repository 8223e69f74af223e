package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a lease while a use case works, and knows when it has been lost. A killed process loses it by itself. */
final class LeaseKeeper implements AutoCloseable {

    static final Duration LENGTH = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Leases leases;
    private final ScheduledExecutorService timer;
    private volatile Lease lease;
    private volatile boolean lost;

    private LeaseKeeper(Leases leases, Lease lease) {
        this.leases = leases;
        this.lease = lease;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tallyport-lease");
            thread.setDaemon(true);
            return thread;
        });
        long every = LENGTH.toMillis() / 3;
        Future<?> unused = timer.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    static LeaseKeeper acquire(Leases leases, String name, String holder) {
        Optional<Lease> got = leases.acquire(name, holder, LENGTH);
        if (got.isEmpty()) {
            String who = leases.current(name)
                    .map(now -> "run " + now.holder() + " holds it, at least until " + now.until())
                    .orElse("it was taken this moment");
            throw PlanErrors.rejected("apply plan", PlanErrors.BUSY, who);
        }
        return new LeaseKeeper(leases, got.get());
    }

    private void renew() {
        try {
            Optional<Lease> longer = leases.renew(lease, LENGTH);
            longer.ifPresent(renewed -> lease = renewed);
            lost = longer.isEmpty();
        } catch (PortException failed) {
            // The next turn tries again; what counts is whether the lease has ended before it.
            LOG.warn("the lease {} could not be renewed: {}", lease.name(), failed.describe());
        }
    }

    boolean isLost() {
        return lost;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        leases.release(lease);
    }
}
