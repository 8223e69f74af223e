package io.tallyport.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits that end. */
final class Waiting {

    /** Beyond this something is broken, however slow the machine is. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Waiting() {}

    /** Looks again after each pause until it is so. */
    static void until(String what, Duration pause, BooleanSupplier isSo) {
        long start = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IllegalStateException("waited " + LIMIT + " in vain: " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static void join(Thread thread) {
        try {
            thread.join(LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
