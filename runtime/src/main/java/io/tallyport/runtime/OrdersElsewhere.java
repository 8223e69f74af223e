package io.tallyport.runtime;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import java.time.Instant;
import java.util.Optional;

/**
 * Stands for orders that a service keeps itself, in programs that do not have its store: all is refused. Empty answers would let a poll
 * pass over what became of these orders, and let new ones take their numbers.
 *
 * @param keeper what the service is called
 */
record OrdersElsewhere(String keeper) implements PurchaseOrderStore {

    @Override
    public PurchaseOrder add(OrderDraft draft, String actor, Instant now) {
        throw refused("add order");
    }

    @Override
    public Optional<PurchaseOrder> find(PurchaseOrderId id) {
        throw refused("find order");
    }

    @Override
    public Optional<PurchaseOrder> replace(PurchaseOrder order, Instant now) {
        throw refused("change order");
    }

    @Override
    public Page<PurchaseOrder> list(OrderFilter filter, Optional<Cursor> cursor) {
        throw refused("list orders");
    }

    private PortException refused(String operation) {
        return PurchaseErrors.rejected(
                operation, PurchaseErrors.KEPT_ELSEWHERE, "the orders are kept by \"" + keeper + "\"");
    }
}
