package io.tallyport.sandbox.oauth;

/** What an access token is worth at the moment it is shown. */
public enum Standing {
    /** Good. */
    VALID,
    /** Never issued here. */
    UNKNOWN,
    /** Issued here, and past its time. */
    EXPIRED,
    /** Issued here, and taken back or replaced. */
    REVOKED
}
