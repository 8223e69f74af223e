package io.tallyport.benchmarks;

import io.tallyport.sandbox.SandboxClock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the sandbox's time run some hundred times as fast until closed, so that preparing does not wait for limits. */
final class Hurry implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final long EVERY_MILLIS = 10;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    Hurry(SandboxClock clock) {
        Future<?> unused = timer.scheduleAtFixedRate(() -> clock.advance(STEP), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
