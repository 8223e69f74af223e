package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.Optional;

/**
 * Where the platform has something else than the order says. One for each order, kind and item.
 *
 * @param sku what the order calls it; empty for an item that is not in the order
 * @param item what the platform calls it
 * @param expected what the order says, as text
 * @param found what the platform says, as text
 */
public record Discrepancy(
        PurchaseOrderId order, Kind kind, Optional<Sku> sku, ExternalId item, String expected, String found) {

    /** What differs. */
    public enum Kind {
        /** Less has come than was ordered, and no more will. */
        SHORT,
        /** More has come than was ordered. */
        OVER,
        /** Something is in it that was not ordered. */
        UNEXPECTED_ITEM,
        /** A unit costs something else. */
        COST_DIFFERS,
        /** Another quantity is ordered there. */
        ORDER_DIFFERS,
        /** What was ordered is not in it. */
        LINE_GONE
    }
}
