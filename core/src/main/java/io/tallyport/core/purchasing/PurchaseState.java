package io.tallyport.core.purchasing;

/** How far an order has come, as we know it. */
public enum PurchaseState {
    /** Being written; nobody else knows of it. */
    DRAFT,
    /** To be carried to the platform. */
    APPROVED,
    /** The platform has it whole, and it has been sent. */
    SUBMITTED,
    /** Some of it has come. */
    PARTIALLY_RECEIVED,
    /** All that will come has come. */
    RECEIVED,
    /** Called off. */
    CANCELLED;

    /** Whether the platform is to have it, or has it. */
    public boolean isUnderWay() {
        return this == APPROVED || this == SUBMITTED || this == PARTIALLY_RECEIVED;
    }

    /** Whether nothing changes any more. */
    public boolean isFinal() {
        return this == RECEIVED || this == CANCELLED;
    }
}
