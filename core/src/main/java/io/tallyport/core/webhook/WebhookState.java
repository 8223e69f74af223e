package io.tallyport.core.webhook;

/** Where a stored hook stands. */
public enum WebhookState {
    /** Waits to be worked on, for the first time or again. */
    PENDING,
    /** Its handler has done its work. */
    PROCESSED,
    /** Nobody here handles its topic. */
    IGNORED,
    /** Set aside after its last try; a person may replay it. */
    FAILED;

    /** Whether it stays as it is unless a person replays it. */
    public boolean isSettled() {
        return this != PENDING;
    }
}
