package io.tallyport.core.purchasing;

import java.time.Duration;

/**
 * How orders are carried over.
 *
 * @param syncOnApproval whether an approval asks for a sync at once
 * @param sendOnSync whether a consignment that has all its lines is sent; else it stays open for a person to send
 * @param answersUnderWay how long after a call its effect may still come about although no answer did
 */
public record PurchasePolicy(boolean syncOnApproval, boolean sendOnSync, Duration answersUnderWay) {

    /** Both, and two minutes. */
    public static final PurchasePolicy DEFAULT = new PurchasePolicy(true, true, Duration.ofMinutes(2));

    public PurchasePolicy {
        if (answersUnderWay.isNegative() || answersUnderWay.isZero()) {
            throw new IllegalArgumentException("an answer may be under way for more than zero, got " + answersUnderWay);
        }
    }
}
