package io.tallyport.core.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One name under which a worker claims, with what it holds under it. Thread-safe. */
final class Life {

    final WorkerId id;
    private final long leaseNanos;
    private final AtomicInteger open = new AtomicInteger();
    private volatile long renewedAt;
    private volatile boolean lost;
    private volatile boolean abandoned;

    /** @param askedAt by {@link System#nanoTime}, before the storage was asked, since its lease may have begun then */
    Life(WorkerId id, Duration lease, long askedAt) {
        this.id = id;
        this.leaseNanos = lease.toNanos();
        this.renewedAt = askedAt;
    }

    void claimed(int count) {
        open.addAndGet(count);
    }

    void settled() {
        open.decrementAndGet();
    }

    int open() {
        return open.get();
    }

    void renewed(long askedAt) {
        renewedAt = askedAt;
    }

    void lose() {
        lost = true;
        abandoned = true;
    }

    /** Whether its jobs have been given to others. */
    boolean isLost() {
        return lost;
    }

    void abandon() {
        abandoned = true;
    }

    /** Whether nothing is claimed under it any more. */
    boolean isAbandoned() {
        return abandoned;
    }

    /** Whether its jobs may have been given to others, as far as is known here. */
    boolean isOver(long nanoTime) {
        return lost || nanoTime - renewedAt >= leaseNanos;
    }
}
