package io.tallyport.core.conflict;

/** Where a conflict stands. */
public enum ConflictState {
    /** Seen, and not often enough to ask a person. */
    WATCHED,
    /** Waits for a person. */
    OPEN,
    /** A person has said to leave both sides as they are. */
    KEPT,
    /** Both sides agree again. */
    CLOSED;

    /** Whether it may still become open. */
    public boolean isLive() {
        return this != CLOSED;
    }
}
