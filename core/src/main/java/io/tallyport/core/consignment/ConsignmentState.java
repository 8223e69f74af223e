package io.tallyport.core.consignment;

/**
 * How far a consignment has come. A platform may have fewer steps, and words of its own; those that nobody here knows are
 * {@link #UNKNOWN} and change nothing.
 */
public enum ConsignmentState {
    /** Being put together; nothing has been promised to anybody. */
    OPEN(0),
    /** Ordered, or on its way. */
    SENT(1),
    /** Goods are arriving: what was ordered is settled, what was received is being counted. */
    DISPATCHED(2),
    /** All that will come has come, and is in stock. Nothing changes any more. */
    RECEIVED(3),
    /** Called off. Nothing changes any more. */
    CANCELLED(4),
    /** A count that is planned. */
    SCHEDULED(0),
    /** A count under way; what is to be counted may still be added by the platform. */
    IN_PROGRESS(1),
    /** A count whose list the platform has finished; only now may it be completed. */
    IN_PROGRESS_PROCESSED(2),
    /** A count whose figures are the stock now. Nothing changes any more. */
    COMPLETE(3),
    /** A count that was put away without changing stock. Nothing changes any more. */
    CLOSED(4),
    /** A word that is not known here. */
    UNKNOWN(-1);

    private final int rank;

    ConsignmentState(int rank) {
        this.rank = rank;
    }

    /** Whether nothing changes any more. */
    public boolean isFinal() {
        return this == RECEIVED || this == CANCELLED || this == COMPLETE || this == CLOSED;
    }

    /** Whether it was called off or put away, so that its reference is free for another. */
    public boolean isOff() {
        return this == CANCELLED || this == CLOSED;
    }

    /** Whether what is ordered may still change. */
    public boolean takesOrders() {
        return this == OPEN || this == SENT;
    }

    /** Whether it has come this far, or farther, without having been called off. */
    public boolean isAtLeast(ConsignmentState other) {
        return rank >= other.rank && (!isOff() || other.isOff());
    }

    /** Whether it was farther before: from {@code before} to this it went backwards. */
    public boolean isBehind(ConsignmentState before) {
        return this != UNKNOWN && before != UNKNOWN && rank < before.rank;
    }
}
