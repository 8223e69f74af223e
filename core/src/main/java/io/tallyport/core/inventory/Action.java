package io.tallyport.core.inventory;

/** What a plan would do with a row. */
public enum Action {
    /** Set the target's figure. */
    SET,
    /** Switch the level on at the target, then set it. */
    ACTIVATE,
    /** Set it, but only after a person has approved. */
    HOLD,
    /** Leave it alone, for the reason given. */
    SKIP
}
