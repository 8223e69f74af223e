package io.tallyport.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The wall clock of the stand-ins, which the control API can move. */
public final class SandboxClock extends Clock {

    private final Clock base;
    private final AtomicLong offsetMillis = new AtomicLong();

    public SandboxClock(Clock base) {
        this.base = base;
    }

    /** Moves the clock forward, or back when {@code by} is negative. */
    public void advance(Duration by) {
        offsetMillis.addAndGet(by.toMillis());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        SandboxClock moved = new SandboxClock(base.withZone(zone));
        moved.advance(Duration.ofMillis(offsetMillis.get()));
        return moved;
    }

    @Override
    public Instant instant() {
        return base.instant().plusMillis(offsetMillis.get());
    }
}
