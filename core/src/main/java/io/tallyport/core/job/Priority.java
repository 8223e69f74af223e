package io.tallyport.core.job;

import java.time.Duration;

/**
 * How urgent a job is, as a head start over jobs of normal priority.
 *
 * <p>A job's rank is the time at which it may start less its head start, and is fixed then; workers take the lowest rank
 * first. So a job never waits for jobs that became due later than it by more than the difference of their head starts, and
 * nothing starves.
 */
public enum Priority {
    /** Overtakes all but what has waited for six hours longer. */
    CRITICAL(Duration.ofHours(6)),
    /** Overtakes what has waited up to an hour longer. */
    HIGH(Duration.ofHours(1)),
    NORMAL(Duration.ZERO),
    /** Stands behind what comes within the next hour. */
    LOW(Duration.ofHours(-1));

    private final Duration headStart;

    Priority(Duration headStart) {
        this.headStart = headStart;
    }

    /** What is taken off the time at which the job may start; negative for {@link #LOW}. */
    public Duration headStart() {
        return headStart;
    }
}
