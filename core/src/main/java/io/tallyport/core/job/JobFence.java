package io.tallyport.core.job;

/** Tells whether a claim still counts. Thread-safe. */
public interface JobFence {

    /**
     * Whether the job is in process under this fence, and its worker has not left and has a lease that has not ended, by
     * the database's clock.
     *
     * @param fence the claim's
     */
    boolean isHeld(JobId id, long fence);
}
