package io.tallyport.core.job;

/** What becomes of a job when one that it waits for dies or is cancelled. */
public enum OnLostParent {
    /** It is cancelled too, and so are those that wait for it, each by its own choice. */
    CANCEL,
    /** It waits on: when the dead one is replayed and done, it goes on. */
    WAIT,
    /** It runs as if that one were done. */
    RUN
}
