package io.tallyport.core.purchasing;

import io.tallyport.core.job.JobId;
import java.util.Optional;

/** Calls orders off, here at once and at the platform with the next sync; and puts away what was never approved. */
public final class CancelPurchaseOrder {

    private static final String OPERATION = "cancel order";

    private final OrderBook book;
    private final SyncRequests requests;

    public CancelPurchaseOrder(OrderBook book, SyncRequests requests) {
        this.book = book;
        this.requests = requests;
    }

    /**
     * What came of it.
     *
     * @param job which tells the platform; empty where the platform never heard of the order
     */
    public record Result(PurchaseOrder order, Optional<JobId> job) {}

    /**
     * Calls it off. What has been received stays received.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none, or nothing of it can be called off any more
     * @throws io.tallyport.core.kernel.PortException.Conflict when somebody changes it at this moment
     */
    public Result cancel(PurchaseOrderId id, String actor) {
        return book.stores().unitOfWork().inOne(() -> {
            PurchaseOrder order = book.require(id);
            if (order.state().isFinal()) {
                throw PurchaseErrors.rejected(
                        OPERATION, PurchaseErrors.WRONG_STATE, "order " + id + " is " + order.state() + " already");
            }
            // A draft was never told to anybody; of an approved one a request may be under way although no answer came.
            boolean told = order.state() != PurchaseState.DRAFT;
            PurchaseOrder cancelled = book.replace(
                    order.withState(PurchaseState.CANCELLED).withSyncDue(told).withHold(Optional.empty()),
                    book.event(order, PurchaseEvent.Kind.CANCELLED, "was " + order.state(), actor));
            return new Result(cancelled, told ? Optional.of(requests.ask(cancelled)) : Optional.empty());
        });
    }

    /**
     * Puts away an order that is a draft or called off; it is kept, and its number is not given again.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none, or it is under way or received
     */
    public PurchaseOrder delete(PurchaseOrderId id, String actor) {
        PurchaseOrder order = book.require(id);
        if (order.state() != PurchaseState.DRAFT && order.state() != PurchaseState.CANCELLED) {
            throw PurchaseErrors.rejected(
                    "delete order",
                    PurchaseErrors.WRONG_STATE,
                    "order " + id + " is " + order.state() + "; cancel it first: tallyport po cancel " + id);
        }
        return order.deletedAt().isPresent()
                ? order
                : book.replace(
                        order.withDeletedAt(book.now()), book.event(order, PurchaseEvent.Kind.DELETED, "", actor));
    }
}
