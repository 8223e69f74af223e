package io.tallyport.core.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Wakes one thread that waits for something to do. A ring that comes while it does not wait is not lost. */
final class Alarm {

    private final AtomicBoolean rung = new AtomicBoolean();
    private volatile @Nullable Thread sleeper;

    /** Costs next to nothing while nobody has heard the last ring. */
    void ring() {
        if (!rung.get() && rung.compareAndSet(false, true)) {
            LockSupport.unpark(sleeper);
        }
    }

    /** Waits for a ring, no longer than that, and not when the thread is interrupted; whether there was one. */
    boolean await(Duration limit) {
        sleeper = Thread.currentThread();
        long end = System.nanoTime() + limit.toNanos();
        long left = limit.toNanos();
        while (!rung.get() && left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, left);
            left = end - System.nanoTime();
        }
        sleeper = null;
        return rung.getAndSet(false);
    }
}
