package io.tallyport.benchmarks;

import io.tallyport.remote.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A clock that stands still while anybody works and, when all sleep, jumps to where the first one wakes. So work takes no
 * time, however busy the machine is, and only waits count.
 */
final class VirtualTime extends Clock implements Sleeper {

    private final Consumer<Duration> others;
    private final List<Instant> sleepers = new ArrayList<>();
    private Instant now;
    private int awake;

    /**
     * Begins.
     *
     * @param others hears by how much the time has jumped
     * @param awake how many threads take part; each tells when it is {@link #done}
     */
    VirtualTime(Instant start, int awake, Consumer<Duration> others) {
        this.now = start;
        this.awake = awake;
        this.others = others;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (duration.isZero() || duration.isNegative()) {
            return;
        }
        // The sandbox's clock is turned by milliseconds.
        Instant wake = now.plusMillis(duration.plusNanos(999_999).toMillis());
        sleepers.add(wake);
        awake--;
        jump();
        while (now.isBefore(wake)) {
            wait();
        }
    }

    /** One thread takes part no more. */
    synchronized void done() {
        awake--;
        jump();
    }

    private void jump() {
        if (awake > 0 || sleepers.isEmpty()) {
            return;
        }
        Instant next = sleepers.stream().min(Instant::compareTo).orElseThrow();
        others.accept(Duration.between(now, next));
        now = next;
        int before = sleepers.size();
        sleepers.removeIf(wake -> !wake.isAfter(next));
        awake += before - sleepers.size();
        notifyAll();
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
