package io.tallyport.core.kernel;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Marks every line that is logged on this thread until it is closed: {@code run} with a run's id, {@code connection} with a
 * connection's name, {@code job} with a job's id. What was marked before comes back then.
 */
public final class LogMark implements AutoCloseable {

    /** The key of a run's id in the MDC. */
    public static final String RUN = "run";

    /** The key of a connection's name in the MDC. */
    public static final String CONNECTION = "connection";

    /** The key of a job's id in the MDC. */
    public static final String JOB = "job";

    private final String key;
    private final @Nullable String before;

    private LogMark(String key, String value) {
        this.key = key;
        this.before = MDC.get(key);
        MDC.put(key, value);
    }

    /** Until closed, lines are about this run. */
    public static LogMark run(String id) {
        return new LogMark(RUN, id);
    }

    /** Until closed, lines are about this connection. */
    public static LogMark connection(ConnectionId id) {
        return new LogMark(CONNECTION, id.value());
    }

    /** Until closed, lines are about this job. */
    public static LogMark job(String id) {
        return new LogMark(JOB, id);
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, before);
        }
    }
}
