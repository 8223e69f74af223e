package io.tallyport.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody sleeps, and a sleeper that moves it; remembers every sleep. */
public final class HandClock extends Clock implements Sleeper {

    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Runnable whileAsleep = () -> {};

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        now = now.plus(duration);
        whileAsleep.run();
    }

    /** Sets it, forward or back, with nobody asleep. */
    public synchronized void set(Instant other) {
        now = other;
    }

    /** What happens during each sleep. */
    public synchronized void whileAsleep(Runnable happening) {
        whileAsleep = happening;
    }

    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
