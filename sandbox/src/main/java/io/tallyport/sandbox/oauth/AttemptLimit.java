package io.tallyport.sandbox.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets so many attempts through within a window, which begins with the first attempt after the one before has ended. */
final class AttemptLimit {

    private final Clock clock;
    private final int most;
    private final Duration window;
    private Instant ends;
    private int made;

    AttemptLimit(Clock clock, int most, Duration window) {
        this.clock = clock;
        this.most = most;
        this.window = window;
        this.ends = clock.instant();
    }

    /** Counts an attempt; false when there were too many, and then it is not counted. */
    synchronized boolean admit() {
        Instant now = clock.instant();
        if (!now.isBefore(ends)) {
            ends = now.plus(window);
            made = 0;
        }
        if (made >= most) {
            return false;
        }
        made++;
        return true;
    }

    int most() {
        return most;
    }

    synchronized int remaining() {
        return clock.instant().isBefore(ends) ? most - made : most;
    }

    /** When attempts are let through again. */
    synchronized Instant ends() {
        return ends;
    }

    /** Whole seconds until then, at least 1. */
    synchronized long secondsLeft() {
        long millis = Duration.between(clock.instant(), ends).toMillis();
        return Math.max(1, Math.floorDiv(millis + 999, 1_000L));
    }
}
