package io.tallyport.docs.embedding;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.SyncRequests;
import io.tallyport.runtime.QueueStaff;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.TallyportBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that keeps its purchase orders in tables of its own, in the database that Tallyport uses, and has Tallyport carry them to
 * an X-Series store. An approval and the job that carries it out commit or vanish together.
 */
public final class PurchaseService implements AutoCloseable {

    private static final String SHOP = "shop";
    private static final ConnectionId STORE = new ConnectionId("store");

    private final Tallyport tallyport;

    /** Starts with the shop's store of orders; {@code builder} says where the database is. */
    public PurchaseService(TallyportBuilder builder) {
        tallyport = builder.purchaseOrders(SHOP, ShopOrders::new).start();
    }

    /** Adds the account that orders go to, which is written to. */
    public void connect(StockService.Account account) {
        tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                STORE,
                                new Platform("lightspeed-x"),
                                account.name(),
                                account.baseUrl(),
                                account.environment(),
                                AccessMode.READ_WRITE,
                                Map.of("token", account.token()),
                                Map.of()),
                        SHOP);
    }

    /** Says what the name of a supplier or an outlet is at the store. */
    public void map(PartnerKind kind, String name, String id) {
        tallyport.purchasing().stores().partners().put(new PartnerMapping(STORE, kind, name, new ExternalId(id)));
    }

    /** Writes an order down: it stands in the shop's tables. */
    public PurchaseOrder write(String supplier, String outlet, List<PurchaseLine> lines) {
        OrderDraft draft =
                new OrderDraft(Optional.empty(), STORE, ConsignmentKind.SUPPLIER, supplier, outlet, "", lines);
        return tallyport.purchasing().create().create(draft, SHOP);
    }

    /**
     * Approves in the shop's own way, on a connection and in a transaction of the shop's own; the order goes to the store after its
     * commit, and stays a draft without it.
     */
    public void approve(Connection connection, PurchaseOrderId order, String chief) throws SQLException {
        try (PreparedStatement approve =
                connection.prepareStatement("UPDATE shop_purchases SET status = 'APPROVED', due = TRUE,"
                        + " approved_by = ?, revision = revision + 1 WHERE order_no = ? AND status = 'DRAFT'")) {
            approve.setString(1, chief);
            approve.setString(2, order.value());
            if (approve.executeUpdate() != 1) {
                throw new IllegalStateException("order " + order + " is no draft any more");
            }
        }
        SyncRequests inTheTransaction = tallyport.purchasing().requests().in(tallyport.jobsIn(connection));
        inTheTransaction.ask(order, STORE);
    }

    /** Carries out what has been committed; a service that runs on leaves that to a worker's thread, as OrderService does. */
    public void work() {
        tallyport.queue().staff().hire(QueueStaff.Contract.of("1.0")).worker().runUntilIdle();
    }

    /** The order as it stands in the shop's tables. */
    public PurchaseOrder order(PurchaseOrderId id) {
        return tallyport.purchasing().book().require(id);
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
