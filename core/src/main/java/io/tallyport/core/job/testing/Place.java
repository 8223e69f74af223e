package io.tallyport.core.job.testing;

/** Where a job waits, beside its state. */
enum Place {
    /** A worker may claim it. */
    READY,
    /** Until its time. */
    LATER,
    /** Until its group has room or its identity is free. */
    HELD,
    /** Until its parents are done. */
    BLOCKED,
    /** A worker has it. */
    RUNNING,
    /** It has ended. */
    ENDED
}
