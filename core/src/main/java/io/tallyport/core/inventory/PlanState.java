package io.tallyport.core.inventory;

/** Where a plan stands; the database decides, not the file. */
public enum PlanState {
    /** May be applied. */
    READY,
    /** Held as a whole until a person approves it. */
    HELD,
    /** An apply has begun; it may be run again to finish. */
    APPLYING,
    /** Done; it is never applied again. */
    APPLIED
}
