package io.tallyport.sandbox.shopify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The points one app may spend in one shop: a bucket of twenty seconds' worth, refilled by the clock.
 *
 * <p>A call is admitted on what it asks for and pays what it turned out to cost.
 */
final class PointBucket {

    private static final int SECONDS = 20;

    private final Clock clock;
    private final int rate;
    private double available;
    private Instant at;

    PointBucket(Clock clock, String plan) {
        this.clock = clock;
        this.rate = rate(plan);
        this.available = capacity();
        this.at = clock.instant();
    }

    private static int rate(String plan) {
        return switch (plan) {
            case "standard" -> 100;
            case "advanced" -> 200;
            case "plus" -> 1000;
            default ->
                throw new IllegalArgumentException("No such plan: " + plan + "; one of standard, advanced, plus");
        };
    }

    int rate() {
        return rate;
    }

    int capacity() {
        return rate * SECONDS;
    }

    /** Takes the points, or none when there are too few. */
    synchronized boolean take(int points) {
        refill();
        if (available < points) {
            return false;
        }
        available -= points;
        return true;
    }

    synchronized void giveBack(int points) {
        available = Math.min(capacity(), available + points);
    }

    /** Somebody else spends what would have been enough. */
    synchronized void drainBelow(int points) {
        refill();
        available = Math.min(available, Math.max(0, points - 1));
    }

    synchronized int available() {
        refill();
        return (int) available;
    }

    private void refill() {
        Instant now = clock.instant();
        if (now.isAfter(at)) {
            double seconds = Duration.between(at, now).toMillis() / 1000.0;
            available = Math.min(capacity(), available + seconds * rate);
        }
        at = now;
    }
}
