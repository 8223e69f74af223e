package io.tallyport.docs.embedding;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.sync.SyncPendingOrders;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.TallyportBuilder;
import java.sql.PreparedStatement;
import java.util.List;

/**
 * A service that keeps its purchase orders in another database than Tallyport's. No transaction goes over both, so an approval is not
 * atomic with a job: it is found by looking for orders that are due. Between the approval and the look nothing of it is at the store;
 * nothing is lost, since the order says itself that it is due until the store has it, and nothing is doubled, since a sync of an order
 * that the store has writes nothing.
 */
public final class PolledPurchases implements AutoCloseable {

    private static final int AT_ONCE = 50;

    private final Tallyport tallyport;
    private final OwnDatabase shop;

    /** Starts over the shop's database, and Tallyport's that {@code builder} says. */
    public PolledPurchases(TallyportBuilder builder, OwnDatabase.Connections connections) {
        shop = new OwnDatabase(connections);
        tallyport =
                builder.purchaseOrders("shop", tables -> new ShopOrders(shop)).start();
    }

    /** Approves; Tallyport hears nothing of it. */
    public void approve(PurchaseOrderId order) {
        int changed = shop.call("approve", connection -> {
            try (PreparedStatement approve =
                    connection.prepareStatement("UPDATE shop_purchases SET status = 'APPROVED', due = TRUE,"
                            + " revision = revision + 1 WHERE order_no = ? AND status = 'DRAFT'")) {
                approve.setString(1, order.value());
                return approve.executeUpdate();
            }
        });
        if (changed != 1) {
            throw new IllegalStateException("order " + order + " is no draft any more");
        }
    }

    /** Every minute or so: carries over what is due, one after the other. Running it twice at once, or killing it, does no harm. */
    public List<SyncPendingOrders.One> look() {
        return tallyport.purchasing().pending().sync(AT_ONCE, "look");
    }

    /** The same by jobs: takes in what became of the orders at the store, and asks for the syncs that are due there. */
    public int ask(ConnectionId store) {
        return tallyport.purchasing().poll().poll(store, "look").asked();
    }

    /** For what the service needs besides. */
    public Tallyport tallyport() {
        return tallyport;
    }

    @Override
    public void close() {
        tallyport.close();
    }
}
