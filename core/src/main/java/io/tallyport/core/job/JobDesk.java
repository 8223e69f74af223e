package io.tallyport.core.job;

import java.time.Duration;
import java.util.List;

/**
 * What a person does with jobs. Each change is guarded by the state it starts from, recorded with who made it, and counts
 * once the call has returned. Thread-safe.
 */
public interface JobDesk {

    /**
     * Takes back jobs that wait, and asks the handlers of those in process to stop; these are not tried again.
     *
     * @return what became of each, in their order
     */
    List<Cancelled> cancel(List<JobId> ids, String actor);

    /**
     * Takes back those that wait, and leaves alone what is in process by then.
     *
     * @return how many
     */
    int takeBack(List<JobId> ids, String actor);

    /** What a cancellation did. */
    enum Cancelled {
        /** It waited, and is cancelled. */
        CANCELLED,
        /** It is in process; its handler is asked to stop. */
        REQUESTED,
        /** It has ended, or does not exist. */
        TOO_LATE
    }

    /**
     * Replaces the payload of a job that waits or is dead.
     *
     * @param payload as the type's codec writes it; the caller has checked that it reads it
     * @return false when the job is in process, has ended otherwise, or does not exist
     */
    boolean edit(JobId id, int version, String payload, String actor);

    /**
     * Lets failed jobs start at once, and dead and cancelled ones anew with all their tries, whatever they waited for
     * before. One with an identity that waits already is left, since that one does the work.
     *
     * @return those that may start now
     */
    List<JobId> replay(List<JobId> ids, String actor);

    /**
     * Takes note of dead jobs, which lets them be pruned.
     *
     * @return how many were not noted yet
     */
    int discard(List<JobId> ids, String actor);

    /**
     * Removes jobs with their history that ended before: completed, cancelled, and dead ones that a person has taken
     * note of; in small transactions. One that others wait for stays.
     *
     * @param limit at most this many
     * @return how many
     */
    long prune(Duration age, int limit);
}
