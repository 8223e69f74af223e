package io.tallyport.core.purchasing;

import io.tallyport.core.connection.ConnectionStore;

/** Writes a new order down, as a draft that nobody else knows of. */
public final class CreatePurchaseOrder {

    private final OrderBook book;
    private final ConnectionStore connections;

    public CreatePurchaseOrder(OrderBook book, ConnectionStore connections) {
        this.book = book;
        this.connections = connections;
    }

    /**
     * Creates it.
     *
     * @throws IllegalArgumentException when there is no such connection
     * @throws io.tallyport.core.kernel.PortException.Conflict when the draft brings a number that is taken
     */
    public PurchaseOrder create(OrderDraft draft, String actor) {
        if (connections.find(draft.connection()).isEmpty()) {
            throw new IllegalArgumentException("there is no connection \"" + draft.connection() + "\"");
        }
        PurchaseStores stores = book.stores();
        return stores.unitOfWork().inOne(() -> {
            PurchaseOrder order = stores.orders().add(draft, actor, book.now());
            stores.log()
                    .append(book.event(
                            order, PurchaseEvent.Kind.CREATED, order.lines().size() + " lines", actor));
            return order;
        });
    }
}
