package io.tallyport.core.job;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A job as it stands.
 *
 * @param availableAt from when it may start
 * @param attempts how often it was tried
 * @param startedAt when its last try began
 * @param endedAt when it came to a final state
 * @param worker who holds it or held it last
 * @param reason why it is where it is, a word; empty when there is nothing to say
 * @param message the last error or reason, for a person
 * @param acknowledged whether a person has taken note of a dead one
 */
public record Job(
        JobId id,
        String type,
        int version,
        String payload,
        JobState state,
        Priority priority,
        Optional<String> identity,
        Optional<JobGroup> group,
        Set<String> tags,
        int attempts,
        int maxAttempts,
        Instant enqueuedAt,
        Instant availableAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<WorkerId> worker,
        String reason,
        String message,
        Optional<String> output,
        Progress progress,
        boolean cancelRequested,
        boolean acknowledged) {

    /**
     * How far its handler said it is.
     *
     * @param total 0 when it cannot say
     */
    public record Progress(long done, long total, String message) {

        /** Nothing was said yet. */
        public static final Progress NONE = new Progress(0, 0, "");
    }
}
