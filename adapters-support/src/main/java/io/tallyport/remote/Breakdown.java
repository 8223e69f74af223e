package io.tallyport.remote;

/** A failure that shows outside the platform's own words; an adapter has a code of its own for each. */
public enum Breakdown {
    /** No connection: nothing was sent. */
    UNREACHABLE,
    /** No whole answer in time. */
    TIMEOUT,
    /** The connection was cut before the whole answer came. */
    CUT,
    /** An answer came that is not what was agreed: HTML, a redirect, broken JSON, too large. */
    UNREADABLE,
    /** The breaker is open after many failures in a row: nothing was sent. */
    LEFT_ALONE,
    /** The thread was interrupted. */
    INTERRUPTED
}
