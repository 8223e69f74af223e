package io.tallyport.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * A budget for platforms that allow so many calls in a window of time and say how many are left, but not when the window
 * ends (X-Series).
 *
 * <p>Calls go at full speed while any are left, as such platforms advise. When none are, everybody waits for the end of
 * the window: reckoned from the first call seen in it, so never too early, unless the platform itself names the moment
 * ({@link #pause}). What has been sent but not answered counts as spent when a reading arrives. Of a {@link
 * BucketReading} the rate is not looked at.
 *
 * <p>It stands before a budget that others share: that one divides what there is between processes and tells all of them
 * of a pause, this one knows that nothing comes back before the window ends.
 */
public final class WindowBudget implements RateBudget {

    private static final long MOST_JITTER_MILLIS = 50;
    /** More left than a tenth of the whole above what was reckoned with: a new window has begun. */
    private static final double NEW_WINDOW = 0.1;

    private final RateBudget shared;
    private final Duration window;
    private final Clock clock;
    private final Sleeper sleeper;
    private final DoubleSupplier jitter;
    private double capacity;
    private double available;
    private double underway;
    private Instant windowEnd;
    private Instant pausedUntil;

    /**
     * A new budget with nothing spent.
     *
     * @param shared with whoever else spends the same budget; asked when this one has something left
     * @param capacity what one window allows until the platform says more
     * @param jitter from 0 up to, not including, 1
     */
    public WindowBudget(
            RateBudget shared, double capacity, Duration window, Clock clock, Sleeper sleeper, DoubleSupplier jitter) {
        this.shared = shared;
        this.capacity = capacity;
        this.window = window;
        this.clock = new OnwardClock(clock);
        this.sleeper = sleeper;
        this.jitter = jitter;
        this.available = capacity;
        this.windowEnd = this.clock.instant();
        this.pausedUntil = windowEnd;
    }

    @Override
    public void acquire(double cost) throws InterruptedException {
        for (Duration wait = take(cost); !wait.isZero(); wait = take(cost)) {
            sleeper.sleep(wait.plusMillis((long) (jitter.getAsDouble() * MOST_JITTER_MILLIS)));
        }
        boolean taken = false;
        try {
            shared.acquire(cost);
            taken = true;
        } finally {
            if (!taken) {
                giveBack(cost);
            }
        }
    }

    private synchronized void giveBack(double cost) {
        underway = Math.max(0, underway - cost);
        available += cost;
    }

    /** Zero when it was taken, else how long to wait before asking again. */
    private synchronized Duration take(double cost) {
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil)) {
            return Duration.between(now, pausedUntil);
        }
        if (!now.isBefore(windowEnd)) {
            available = capacity - underway;
            windowEnd = now.plus(window);
        }
        if (available < Math.min(cost, capacity)) {
            return Duration.between(now, windowEnd);
        }
        available -= cost;
        underway += cost;
        return Duration.ZERO;
    }

    @Override
    public void settled(double cost, OptionalDouble charged, Optional<BucketReading> reading) {
        heed(cost, reading);
        shared.settled(cost, charged, reading);
    }

    private synchronized void heed(double cost, Optional<BucketReading> reading) {
        underway = Math.max(0, underway - cost);
        reading.ifPresent(this::heed);
    }

    private void heed(BucketReading reading) {
        capacity = Math.max(1, reading.capacity());
        double left = reading.available() - underway;
        boolean newWindow = left > available + Math.max(1, capacity * NEW_WINDOW);
        if (newWindow) {
            windowEnd = clock.instant().plus(window);
        }
        available = newWindow ? left : Math.min(available, left);
    }

    /** Whoever pauses when nothing is left was told when the window ends. */
    @Override
    public void pause(Duration duration) {
        hold(duration);
        shared.pause(duration);
    }

    private synchronized void hold(Duration duration) {
        Instant until = clock.instant().plus(duration);
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
        if (available < 1) {
            windowEnd = pausedUntil;
        }
    }
}
