package io.tallyport.core.job;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.util.List;
import java.util.Optional;

/** Shows jobs and what became of them. Thread-safe. */
public interface JobHistory {

    Optional<Job> find(JobId id);

    /**
     * Jobs that fit, those that are to run or ended first at the front, state by state.
     *
     * @param after where the last page ended; empty for the first
     * @param limit rows a page, at least 1
     */
    Page<Job> list(JobFilter filter, Optional<Cursor> after, int limit);

    /** Each transition of a job, the oldest first; empty when there is none or it has been pruned. */
    List<Transition> transitions(JobId id);

    /** How the queue stands, from queries whose cost does not grow with what is finished but for its count. */
    QueueStatistics statistics();
}
