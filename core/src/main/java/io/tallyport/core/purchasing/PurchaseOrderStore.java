package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps purchase orders; also to be implemented by a service that keeps its orders itself. Thread-safe.
 *
 * <p>Where orders and queue are in one database it joins the caller's unit of work, by writing over that unit's connection: an order
 * and its job are stored in one transaction then. Where they are not, each call is a transaction of its own, that stays when the
 * caller's unit of work fails: an approval marks the order {@code syncDue}, and those that are due are found by asking for
 * {@link OrderFilter#DUE}. Nothing is lost or doubled then, but the job comes later than the approval, and an order may say more than
 * its log.
 *
 * <p>Everything that a {@link PurchaseOrder} says is to be kept as it is, also what the keeper has no use for itself.
 */
public interface PurchaseOrderStore {

    /**
     * Adds an order in state DRAFT. Without a number of its own it gets the next one of the year in which {@code now} lies in UTC,
     * which no other order has, also none that was deleted; a number may be left out.
     *
     * @param now kept to the microsecond
     * @throws io.tallyport.core.kernel.PortException.Conflict when there is an order with its number
     */
    PurchaseOrder add(OrderDraft draft, String actor, Instant now);

    /** The order with that number, deleted or not. */
    Optional<PurchaseOrder> find(PurchaseOrderId id);

    /**
     * Puts an order in place of the one with its number, when that one still has its revision.
     *
     * @return as it is stored now, with the next revision; empty, and nothing changed, when somebody was faster
     */
    Optional<PurchaseOrder> replace(PurchaseOrder order, Instant now);

    /** Those that are meant, in the order in which they were added, in pages of at most 100, the last with its total. */
    Page<PurchaseOrder> list(OrderFilter filter, Optional<Cursor> cursor);
}
