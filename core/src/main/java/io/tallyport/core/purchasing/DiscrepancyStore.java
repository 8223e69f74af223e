package io.tallyport.core.purchasing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps discrepancies, also those that are over. Joins the caller's unit of work; thread-safe. */
public interface DiscrepancyStore {

    /**
     * Says what differs in an order now: new ones are opened, those that are open are kept with their figures brought up to date,
     * those that are not in {@code present} any more are closed.
     *
     * @return those that were opened
     */
    List<Discrepancy> settle(PurchaseOrderId order, List<Discrepancy> present, Instant now);

    /** All of an order, open and closed, the oldest first. */
    List<Kept> of(PurchaseOrderId order);

    /** The open ones of all orders, the oldest first. */
    List<Kept> open(int limit);

    /**
     * A discrepancy and its time.
     *
     * @param closedAt empty while it is open
     */
    record Kept(Discrepancy discrepancy, Instant openedAt, Optional<Instant> closedAt) {}
}
