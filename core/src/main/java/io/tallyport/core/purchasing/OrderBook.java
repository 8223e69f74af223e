package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Finds orders and changes them by compare-and-set; what happened is logged in the same unit of work. */
public final class OrderBook {

    private final PurchaseStores stores;
    private final Clock clock;

    public OrderBook(PurchaseStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    public PurchaseStores stores() {
        return stores;
    }

    /** Now, as it is stored. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The order with that number.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none
     */
    public PurchaseOrder require(PurchaseOrderId id) {
        return stores.orders()
                .find(id)
                .orElseThrow(() -> PurchaseErrors.rejected(
                        "find order", PurchaseErrors.NO_SUCH_ORDER, "there is no purchase order " + id));
    }

    /**
     * Stores an order that was changed.
     *
     * @param order with the revision that was seen
     * @throws io.tallyport.core.kernel.PortException.Conflict when somebody was faster; nothing is stored then
     */
    public PurchaseOrder replace(PurchaseOrder order, PurchaseEvent event) {
        return stores.unitOfWork().inOne(() -> {
            PurchaseOrder stored = put(order);
            stores.log().append(event);
            return stored;
        });
    }

    /** The same without a word in the log. */
    public PurchaseOrder replace(PurchaseOrder order) {
        return stores.unitOfWork().inOne(() -> put(order));
    }

    private PurchaseOrder put(PurchaseOrder order) {
        return stores.orders()
                .replace(order, now())
                .orElseThrow(() -> PurchaseErrors.changed("change order", order.id()));
    }

    /** Lets an order wait for a person; the same reason again is not logged again. */
    public PurchaseOrder hold(PurchaseOrder order, ErrorCode code, String reason, String actor) {
        boolean known = order.hold()
                .filter(hold -> hold.code().equals(code.code()) && hold.reason().equals(reason))
                .isPresent();
        return known
                ? order
                : replace(
                        order.withHold(Optional.of(OrderHold.of(code, reason, now()))),
                        event(order, PurchaseEvent.Kind.HELD, code, reason, actor));
    }

    public void alert(PurchaseOrder order, ErrorCode code, String message, String actor) {
        stores.log().append(event(order, PurchaseEvent.Kind.ALERT, code, message, actor));
    }

    public PurchaseEvent event(PurchaseOrder order, PurchaseEvent.Kind kind, String message, String actor) {
        return PurchaseEvent.of(order.id(), now(), kind, message, actor);
    }

    private PurchaseEvent event(
            PurchaseOrder order, PurchaseEvent.Kind kind, ErrorCode code, String message, String actor) {
        return PurchaseEvent.of(order.id(), now(), kind, code, message, actor);
    }
}
