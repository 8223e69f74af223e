package io.tallyport.core.connection;

/** Whose figure counts on a route. */
public enum MergePolicy {
    /** The source is the truth for what it carries; what only the target has is left alone. */
    SOURCE_WINS,
    /** Both sides sell, and what one side sold or received is owed to the other. */
    MERGE_DELTAS
}
