package io.tallyport.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** How much of our own log is shown during one call. */
final class LogLevel implements AutoCloseable {

    private static final String OURS = "io.tallyport";

    private final @Nullable Logger logger;

    private LogLevel(@Nullable Logger logger) {
        this.logger = logger;
    }

    /** Everything when {@code verbose}, else what the configuration says, which is warnings. */
    static LogLevel of(boolean verbose) {
        if (verbose && LoggerFactory.getLogger(OURS) instanceof Logger ours) {
            ours.setLevel(Level.DEBUG);
            return new LogLevel(ours);
        }
        return new LogLevel(null);
    }

    @Override
    public void close() {
        if (logger != null) {
            logger.setLevel(null);
        }
    }
}
