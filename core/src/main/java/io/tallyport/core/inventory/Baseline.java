package io.tallyport.core.inventory;

/** What the figures of two sides mean when they are first taken together. */
public enum Baseline {
    /** The source's figure is right, and the target is owed the difference. */
    SOURCE_WINS,
    /** Both figures are right as they are, even where they differ: only what moves from now on is carried over. */
    ACCEPT_BOTH
}
