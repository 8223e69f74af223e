package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/**
 * What a line is to say about an order.
 *
 * @param ordered how many, zero or more
 * @param cost of one unit; empty where the platform shall use its own
 */
public record LineOrder(ExternalId product, Quantity ordered, Optional<UnitCost> cost) {

    public LineOrder {
        if (ordered.isNegative()) {
            throw new IllegalArgumentException("a quantity is zero or more, got " + ordered);
        }
    }

    /** Whether a line at the platform says this already; without a cost of ours any cost is right. */
    public boolean isIn(ConsignmentLine line) {
        return line.product().equals(product)
                && line.ordered().equals(ordered)
                && (cost.isEmpty() || cost.equals(line.cost()));
    }
}
