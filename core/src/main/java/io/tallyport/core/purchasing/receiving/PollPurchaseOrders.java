package io.tallyport.core.purchasing.receiving;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import io.tallyport.core.purchasing.SyncRequests;
import java.util.Optional;

/**
 * Takes in what became of the consignments of a connection since it was last looked, and asks for the syncs that are due there. So
 * nothing is lost when a platform sends no webhooks, or one does not arrive, and orders that another system approves in a store of its
 * own are found. Doing it again is harmless: how far was read is stored when all of it is.
 */
public final class PollPurchaseOrders {

    private final ReadBackConsignment readBack;
    private final PollMarks marks;
    private final PurchaseOrderStore orders;
    private final SyncRequests requests;

    public PollPurchaseOrders(
            ReadBackConsignment readBack, PollMarks marks, PurchaseOrderStore orders, SyncRequests requests) {
        this.readBack = readBack;
        this.marks = marks;
        this.orders = orders;
        this.requests = requests;
    }

    /**
     * What came of it.
     *
     * @param read orders whose consignment had changed
     * @param asked orders for which a sync was asked for, or waits already
     */
    public record Result(int read, int asked) {}

    /**
     * Looks.
     *
     * @throws IllegalArgumentException when there is no such connection
     * @throws io.tallyport.core.kernel.PortException when the platform cannot be read; the next look begins where this one did
     */
    public Result poll(ConnectionId connection, String actor) {
        ReadBackConsignment.Changes changes = readBack.changedSince(connection, marks.find(connection), actor);
        marks.put(connection, changes.next());
        return new Result(changes.orders().size(), askForDue(connection));
    }

    private int askForDue(ConnectionId connection) {
        int asked = 0;
        Optional<Cursor> next = Optional.empty();
        do {
            Page<PurchaseOrder> page = orders.list(OrderFilter.DUE.at(connection), next);
            page.items().forEach(requests::ask);
            asked += page.items().size();
            next = page.next();
        } while (next.isPresent());
        return asked;
    }
}
