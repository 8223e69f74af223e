package io.tallyport.core.job;

import java.time.Duration;
import java.util.List;

/**
 * When a job is tried again.
 *
 * @param maxRetries how often after the first try
 * @param delays before each retry; the last one repeats
 */
public record RetrySchedule(int maxRetries, List<Duration> delays) {

    /** Three retries, after a minute, five and fifteen. */
    public static final RetrySchedule DEFAULT =
            new RetrySchedule(3, List.of(Duration.ofSeconds(60), Duration.ofSeconds(300), Duration.ofSeconds(900)));

    private static final double JITTER = 0.1;

    public RetrySchedule {
        delays = List.copyOf(delays);
        if (maxRetries < 0 || delays.isEmpty() || delays.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException(
                    "a retry schedule has retries from 0 and delays from 0, got " + maxRetries + " and " + delays);
        }
    }

    /** The first try included. */
    public int maxAttempts() {
        return maxRetries + 1;
    }

    /**
     * How long to wait after a try, up to a tenth longer than the schedule says so that what failed together does not
     * come back together.
     *
     * @param attempt the try that failed, from 1
     * @param random from 0 to 1
     */
    public Duration delayAfter(int attempt, double random) {
        Duration delay = delays.get(Math.min(Math.max(attempt, 1), delays.size()) - 1);
        return delay.plusNanos((long) (delay.toNanos() * JITTER * random));
    }
}
