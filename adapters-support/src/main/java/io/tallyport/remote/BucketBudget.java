package io.tallyport.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A budget that follows what the platform last said, for leaky buckets and buckets of points alike.
 *
 * <p>Whoever comes takes its cost at once, into debt if need be, and waits until the debt is paid back: so two threads
 * never wait for the same drop. What has been sent but not answered counts as spent when a reading arrives, which may
 * wait a little too long but never too short.
 */
public final class BucketBudget implements RateBudget {

    private static final double SLOWEST = 0.1;
    private static final long MOST_JITTER_MILLIS = 50;

    private final Clock clock;
    private final Sleeper sleeper;
    private final DoubleSupplier jitter;
    private double capacity;
    private double available;
    private double perSecond;
    private double underway;
    private Instant asOf;
    private Instant pausedUntil;
    private Duration lastPause = Duration.ZERO;

    /**
     * A new budget.
     *
     * @param initial what to go by until the platform says more
     * @param jitter from 0 up to, not including, 1
     */
    public BucketBudget(BucketReading initial, Clock clock, Sleeper sleeper, DoubleSupplier jitter) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.jitter = jitter;
        this.capacity = initial.capacity();
        this.available = initial.available();
        this.perSecond = Math.max(SLOWEST, initial.perSecond());
        this.asOf = clock.instant();
        this.pausedUntil = asOf;
    }

    @Override
    public void acquire(double cost) throws InterruptedException {
        Duration wait = take(cost);
        if (wait.isZero()) {
            return;
        }
        try {
            sleeper.sleep(wait.plusMillis((long) (jitter.getAsDouble() * MOST_JITTER_MILLIS)));
        } catch (InterruptedException e) {
            giveBack(cost);
            throw e;
        }
    }

    private synchronized Duration take(double cost) {
        refill();
        underway += cost;
        available -= Math.min(cost, capacity);
        double seconds = available >= 0 ? 0 : -available / perSecond;
        Duration forBudget = Duration.ofMillis((long) Math.ceil(seconds * 1000));
        Duration forPause = Duration.between(asOf, pausedUntil);
        return max(forBudget, min(forPause, lastPause));
    }

    private synchronized void giveBack(double cost) {
        underway = Math.max(0, underway - cost);
        available = Math.min(capacity, available + cost);
    }

    @Override
    public synchronized void settled(double cost, Optional<BucketReading> reading) {
        underway = Math.max(0, underway - cost);
        if (reading.isEmpty()) {
            return;
        }
        refill();
        BucketReading now = reading.get();
        capacity = Math.max(1, now.capacity());
        available = now.available() - underway;
        if (now.perSecond() > 0) {
            perSecond = now.perSecond();
        }
    }

    @Override
    public synchronized void pause(Duration duration) {
        refill();
        Instant until = asOf.plus(duration);
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
        lastPause = max(duration, lastPause);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private void refill() {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(asOf, now).toMillis() / 1000.0);
        available = Math.min(capacity, available + seconds * perSecond);
        asOf = now;
    }
}
