package io.tallyport.core.job;

import java.util.Set;

/**
 * The answer to a heartbeat.
 *
 * @param held whether the worker's lease is renewed; false when it had ended and its jobs were given to others
 * @param cancelled which of its jobs a person wants to be stopped
 */
public record Renewal(boolean held, Set<JobId> cancelled) {

    public Renewal {
        cancelled = Set.copyOf(cancelled);
    }
}
