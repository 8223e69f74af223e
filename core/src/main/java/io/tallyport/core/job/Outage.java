package io.tallyport.core.job;

import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the storage of jobs cannot be used, and once that it can be again, for all threads of a worker. */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final AtomicBoolean open = new AtomicBoolean();
    private final Consumer<Throwable> onFailure;

    /** @param onFailure hears first of every failure */
    Outage(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
    }

    void failed(String what, Throwable failure) {
        onFailure.accept(failure);
        if (open.compareAndSet(false, true)) {
            LOG.warn("{} failed; the worker goes on trying and says when it works again", what, failure);
        } else {
            LOG.debug("{} failed", what, failure);
        }
    }

    void over() {
        if (open.get() && open.compareAndSet(true, false)) {
            LOG.info("the storage of jobs works again");
        }
    }

    /** Whether the same may work later; so may what an error stopped, such as a lack of memory that a handler made. */
    static boolean isPassing(Throwable failure) {
        if (failure instanceof PortException known) {
            return known.kind() == PortException.Kind.TRANSIENT || known.kind() == PortException.Kind.UNKNOWN_OUTCOME;
        }
        return failure instanceof Error;
    }

    /** How long to wait after so many failures in a row. */
    static Duration backOff(int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 6));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
