package io.tallyport.core.purchasing.receiving;

import io.tallyport.core.kernel.ConnectionId;

/**
 * What a job of the type {@link #TYPE} does: looks what became of a connection's consignments.
 *
 * @param connection its name
 */
public record PurchaseOrderPoll(String connection) {

    /** The job type's name. */
    public static final String TYPE = "purchase-order-poll";

    public PurchaseOrderPoll {
        connection = new ConnectionId(connection).value();
    }

    public ConnectionId id() {
        return new ConnectionId(connection);
    }
}
