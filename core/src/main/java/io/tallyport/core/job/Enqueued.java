package io.tallyport.core.job;

/**
 * What became of a job that was enqueued.
 *
 * @param id its own, or that of the one that waits already
 * @param how whether it was added
 */
public record Enqueued(JobId id, How how) {

    /** Whether it was added. */
    public enum How {
        ADDED,
        /** One with the same key waits; nothing was changed. */
        ALREADY_WAITING,
        /** One with the same key waits, and has the new payload now. */
        REPLACED
    }
}
