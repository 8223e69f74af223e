package io.tallyport.core.connection;

/**
 * How orders from the web shop reach the POS, which decides what figure of the shop the POS figure is. There is no
 * default: guessing wrong sells units twice.
 */
public enum WebOrders {
    /** Each order is entered at the POS as soon as it is placed: the POS figure is what is still available. */
    AT_POS_AT_ONCE,
    /** Orders are entered at the POS when they are shipped: the POS figure is what is on hand, committed units included. */
    AT_POS_WHEN_FULFILLED,
    /** Orders never reach the POS: its figure is too high by all that the web shop sold. */
    NEVER_AT_POS
}
