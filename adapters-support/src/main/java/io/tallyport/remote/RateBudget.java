package io.tallyport.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What may still be sent to a platform; shared by all threads of a connection. Thread-safe. */
public interface RateBudget {

    /**
     * Waits until a call of this cost fits, and takes that much.
     *
     * @throws io.tallyport.core.kernel.PortException.Transient when it cannot be told what fits; nothing is taken then
     */
    void acquire(double cost) throws InterruptedException;

    /**
     * Follows each {@code acquire}: the call of this cost is over, and this is what the platform said.
     *
     * @param charged what it was charged in the end, 0 for a call that was not sent; empty for the cost
     */
    void settled(double cost, OptionalDouble charged, Optional<BucketReading> reading);

    /** Nobody sends for that long: the platform asked for it. */
    void pause(Duration duration);
}
