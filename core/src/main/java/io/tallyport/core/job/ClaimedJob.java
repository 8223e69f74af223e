package io.tallyport.core.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job that a worker holds until its lease ends.
 *
 * @param fence grows with each claim of the job: whoever holds an older one can change nothing any more
 * @param attempt which try this is, from 1
 * @param maxAttempts how many there are
 * @param enqueuedAt by the database's clock
 */
public record ClaimedJob(
        JobId id,
        long fence,
        String type,
        int version,
        String payload,
        int attempt,
        int maxAttempts,
        Priority priority,
        Optional<String> identity,
        Optional<String> group,
        Instant enqueuedAt) {}
