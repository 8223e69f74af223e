package io.tallyport.remote;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock for waiting: where the clock behind it is set back, this one goes on from where it was. Without it a wait that
 * was a second would last until the clock has caught up.
 */
final class OnwardClock extends Clock {

    private final Clock clock;
    private Instant last = Instant.MIN;
    private long aheadMillis;

    OnwardClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = clock.instant().plusMillis(aheadMillis);
        if (now.isBefore(last)) {
            aheadMillis += last.toEpochMilli() - now.toEpochMilli();
            now = last;
        }
        last = now;
        return now;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OnwardClock(clock.withZone(zone));
    }
}
