package io.tallyport.core.inventory;

/** Whether a row waits for a person. */
public enum Hold {
    /** It needs nobody. */
    FREE,
    /** It is not written until a person has approved it. */
    HELD,
    /** A person has approved it. */
    APPROVED
}
