package io.tallyport.remote;

import io.tallyport.core.connection.CallGate;
import io.tallyport.core.history.ApiLog;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What calls need of the program around them.
 *
 * @param gate asked immediately before each sending
 * @param log where each sending is recorded
 * @param jitter from 0 up to, not including, 1
 */
public record Surroundings(CallGate gate, ApiLog log, Clock clock, Sleeper sleeper, DoubleSupplier jitter) {

    /** With random jitter. */
    public static Surroundings of(CallGate gate, ApiLog log, Clock clock, Sleeper sleeper) {
        return new Surroundings(
                gate, log, clock, sleeper, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** A budget that waits and tells the time as these surroundings do. */
    public BucketBudget budget(BucketReading initial) {
        return new BucketBudget(initial, clock, sleeper, jitter);
    }

    /** A budget of {@code capacity} calls a window, which waits and tells the time as these surroundings do. */
    public WindowBudget windowBudget(double capacity, Duration window) {
        return new WindowBudget(capacity, window, clock, sleeper, jitter);
    }
}
