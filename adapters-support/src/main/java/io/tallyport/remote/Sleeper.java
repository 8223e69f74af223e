package io.tallyport.remote;

import java.time.Duration;

/** Waits. The one place where a thread sleeps, so that tests can turn the hands of the clock instead. Thread-safe. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Returns after {@code duration}; at once for one that is not positive.
     *
     * @throws InterruptedException as soon as the thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The one that really waits. */
    static Sleeper real() {
        return duration -> Thread.sleep(Math.max(0, duration.toMillis()));
    }
}
