package io.tallyport.core.job;

/** Where a job stands. */
public enum JobState {
    /** Waits for its time, for its group or for a worker. */
    PENDING,
    /** A worker holds it. */
    PROCESSING,
    /** Done; final. */
    COMPLETED,
    /** Its last try failed, and it waits for the next. */
    FAILED,
    /** Nothing is tried any more until a person replays it: the dead-letter box. */
    DEAD,
    /** Taken back before it was done; final. */
    CANCELLED,
    /** Waits for other jobs. */
    BLOCKED;

    /** Whether nobody has begun it since it was enqueued or failed last: what an identity key is unique over. */
    public boolean isWaiting() {
        return this == PENDING || this == FAILED || this == BLOCKED;
    }

    /** Whether it stays as it is unless a person replays it. */
    public boolean isFinal() {
        return this == COMPLETED || this == DEAD || this == CANCELLED;
    }
}
