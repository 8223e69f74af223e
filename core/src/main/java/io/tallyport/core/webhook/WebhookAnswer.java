package io.tallyport.core.webhook;

/** What a sender is told. */
public enum WebhookAnswer {
    /** It is stored; what it says is looked at later. */
    STORED,
    /** The same one is stored already. */
    DUPLICATE,
    /** Neither its signature nor its path proves where it comes from. */
    REFUSED,
    /** Too many of that kind came from its source. */
    LIMITED,
    /** It is larger than is taken. */
    TOO_LARGE,
    /** It is none that the platform would send. */
    MALFORMED,
    /** It is to be sent again: this machine cannot keep it now. */
    UNAVAILABLE;

    /** Whether the sender may forget it. */
    public boolean isKept() {
        return this == STORED || this == DUPLICATE;
    }
}
