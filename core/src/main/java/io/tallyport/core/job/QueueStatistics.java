package io.tallyport.core.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the queue stands.
 *
 * @param counts jobs in each state; a state without any is missing
 * @param pendingByPriority what waits to be claimed or for its time, group or next try
 * @param processingByWorker jobs that each worker holds
 * @param deadUnacknowledged dead ones that no person has taken note of
 * @param oldestDue how long the job that could have started first has been waiting to
 * @param recent how long the tries took that ended last
 * @param activeWorkers whose lease has not ended
 */
public record QueueStatistics(
        Map<JobState, Long> counts,
        Map<Priority, Long> pendingByPriority,
        Map<WorkerId, Long> processingByWorker,
        long deadUnacknowledged,
        Optional<Duration> oldestDue,
        Optional<Times> recent,
        int activeWorkers) {

    public QueueStatistics {
        counts = Map.copyOf(counts);
        pendingByPriority = Map.copyOf(pendingByPriority);
        processingByWorker = Map.copyOf(processingByWorker);
    }

    /** How many jobs are in a state. */
    public long count(JobState state) {
        return counts.getOrDefault(state, 0L);
    }

    /**
     * Times of tries that were completed, from claim to end.
     *
     * @param tries over how many of the last ones, at most 1,000
     */
    public record Times(int tries, Duration average, Duration p95) {}
}
