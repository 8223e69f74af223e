package io.tallyport.remote;

import java.time.Duration;
import java.util.Optional;

/** What may still be sent to a platform; shared by all threads of a connection. Thread-safe. */
public interface RateBudget {

    /** Waits until a call of this cost fits, and takes that much. */
    void acquire(double cost) throws InterruptedException;

    /** Follows each {@code acquire}: the call of this cost is over, and this is what the platform said. */
    void settled(double cost, Optional<BucketReading> reading);

    /** Nobody sends for that long: the platform asked for it. */
    void pause(Duration duration);
}
