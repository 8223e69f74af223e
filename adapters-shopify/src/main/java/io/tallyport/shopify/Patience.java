package io.tallyport.shopify;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Surroundings;
import java.time.Duration;

/**
 * Waits between two looks at a bulk operation: a second at first, then longer, never more than half a minute, and never
 * two readers in step.
 */
final class Patience {

    private static final double GROWTH = 1.5;
    private static final double MOST_JITTER = 0.25;
    private static final double FIRST_MILLIS = 1_000;
    private static final double LONGEST_MILLIS = 30_000;

    private final Surroundings around;

    Patience(Surroundings around) {
        this.around = around;
    }

    /**
     * Waits.
     *
     * @param looks how many looks there were before
     * @return how long it was
     */
    Duration await(int looks, FailureContext context) {
        double grown = FIRST_MILLIS * Math.pow(GROWTH, Math.min(looks, 20));
        double millis = Math.min(LONGEST_MILLIS, grown);
        Duration wait = Duration.ofMillis((long) (millis * (1 + around.jitter().getAsDouble() * MOST_JITTER)));
        try {
            around.sleeper().sleep(wait);
            return wait;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PortException.Transient(context.withCode(ShopifyErrors.PLATFORM_FAILED), "interrupted", e);
        }
    }
}
