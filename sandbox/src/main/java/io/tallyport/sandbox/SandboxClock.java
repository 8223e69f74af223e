package io.tallyport.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The wall clock of the stand-ins, which the control API can move. */
public final class SandboxClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    public SandboxClock(Clock base) {
        this.base = base;
    }

    /** Moves the clock forward, or back when {@code by} is negative. */
    public void advance(Duration by) {
        offset.accumulateAndGet(by, Duration::plus);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        SandboxClock moved = new SandboxClock(base.withZone(zone));
        moved.advance(offset.get());
        return moved;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }
}
