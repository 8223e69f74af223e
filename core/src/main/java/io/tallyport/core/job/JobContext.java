package io.tallyport.core.job;

/** What a handler may ask and tell while it works. Thread-safe. */
public interface JobContext {

    /** The job. */
    ClaimedJob job();

    /** How far it is; stored with the worker's next heartbeat. */
    void progress(long done, long total, String message);

    /** Whether a person, or the worker that stops, wants it to end soon. A handler that can ends with {@link Outcome#cancelled}. */
    boolean shouldStop();

    /**
     * Returns only while this try still holds the job, by the database's word. To be asked before each remote write;
     * what can still happen between the answer and the write is what compare-and-set is for.
     *
     * @throws io.tallyport.core.kernel.PortException.Conflict when the job has been lost to another
     */
    void assertHeld();
}
