package io.tallyport.core.inventory;

/** How much is read for a plan, and what stays of it. */
public enum PlanReading {
    /** Everything, for this plan alone. */
    ONCE,
    /** Everything, and it is kept, so that later plans need read only what changed since: more work for the database. */
    WHOLE,
    /** What changed since the route's last plan; as {@link #WHOLE} where that is due, or the changes cannot be had. */
    CHANGED
}
