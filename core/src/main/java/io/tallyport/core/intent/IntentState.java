package io.tallyport.core.intent;

/** What is known about an intended write. */
public enum IntentState {
    /** Stored; the call may or may not have been sent. */
    RECORDED,
    /** The platform said that it did it. */
    APPLIED,
    /** The platform said that it did nothing of it. */
    NOT_APPLIED,
    /** It was sent and no answer came: it may have happened, and may still. */
    UNKNOWN,
    /** Given up undecided; a person must look. */
    AMBIGUOUS;

    /** Whether it still has to be settled. */
    public boolean isOpen() {
        return this == RECORDED || this == UNKNOWN;
    }
}
