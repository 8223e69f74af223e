package io.tallyport.core.inventory;

/** What a plan would do with a row. */
public enum Action {
    /** Set the target's figure. */
    SET,
    /** Switch the level on at the target, then set it. */
    ACTIVATE,
    /** Carry to each side what the other sold or received, and what it is still owed. */
    MERGE,
    /** Take the figures of both sides as what later differences are counted from. */
    BASELINE,
    /** Nothing: both sides are in step; listed for what was said about its figure. */
    KEEP,
    /** Leave it alone, for the reason given. */
    SKIP;

    /** Whether apply would write such a row, once nothing holds it. */
    public boolean isWrite() {
        return this != KEEP && this != SKIP;
    }
}
