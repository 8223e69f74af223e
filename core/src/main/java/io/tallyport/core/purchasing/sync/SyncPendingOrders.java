package io.tallyport.core.purchasing.sync;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Syncs the orders whose platform has to be told something, also those that another system approved in a store of its own; one that
 * fails does not stop the others.
 */
public final class SyncPendingOrders {

    private final PurchaseOrderStore orders;
    private final SyncPurchaseOrder syncPurchaseOrder;

    public SyncPendingOrders(PurchaseOrderStore orders, SyncPurchaseOrder syncPurchaseOrder) {
        this.orders = orders;
        this.syncPurchaseOrder = syncPurchaseOrder;
    }

    /**
     * What became of one.
     *
     * @param result empty where it failed
     * @param failure why, in words
     */
    public record One(PurchaseOrderId order, Optional<SyncPurchaseOrder.Result> result, String failure) {}

    /** Those that are due and wait for nobody, in the order in which they were added, at most {@code limit}. */
    public List<PurchaseOrder> due(int limit) {
        List<PurchaseOrder> due = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<PurchaseOrder> page = orders.list(OrderFilter.DUE, next);
            due.addAll(page.items());
            next = page.next();
        } while (next.isPresent() && due.size() < limit);
        return due.subList(0, Math.min(limit, due.size())).stream().toList();
    }

    /** Syncs at most {@code limit} of them. */
    public List<One> sync(int limit, String actor) {
        return due(limit).stream().map(order -> sync(order.id(), actor)).toList();
    }

    private One sync(PurchaseOrderId id, String actor) {
        try {
            return new One(id, Optional.of(syncPurchaseOrder.sync(id, actor)), "");
        } catch (PortException failed) {
            return new One(id, Optional.empty(), failed.describe());
        }
    }
}
