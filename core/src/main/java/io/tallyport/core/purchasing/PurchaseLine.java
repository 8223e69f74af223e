package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.Optional;

/**
 * What an order says about one SKU; a SKU stands in one line.
 *
 * @param ordered how many are wanted; zero when the line was struck out after it had been carried over
 * @param cost of one unit, where we set one
 * @param received how many have come so far
 * @param carried what we had written of this line when it was last seen to stand at the platform; empty before that. What differs
 *     from it there was changed by somebody else
 */
public record PurchaseLine(
        Sku sku, Quantity ordered, Optional<UnitCost> cost, Quantity received, Optional<LineOrder> carried) {

    public PurchaseLine {
        if (ordered.isNegative()) {
            throw new IllegalArgumentException("of " + sku + ", zero or more can be ordered, got " + ordered);
        }
    }

    /** A line that is nowhere else yet. */
    public static PurchaseLine of(Sku sku, Quantity ordered, Optional<UnitCost> cost) {
        return new PurchaseLine(sku, ordered, cost, Quantity.ZERO, Optional.empty());
    }

    public PurchaseLine withOrder(Quantity quantity, Optional<UnitCost> price) {
        return new PurchaseLine(sku, quantity, price, received, carried);
    }

    public PurchaseLine withReceived(Quantity quantity) {
        return new PurchaseLine(sku, ordered, cost, quantity, carried);
    }

    public PurchaseLine withCarried(Optional<LineOrder> seen) {
        return new PurchaseLine(sku, ordered, cost, received, seen);
    }

    /** What the platform is to say about it. */
    public LineOrder wanted(ExternalId product) {
        return new LineOrder(product, ordered, cost);
    }
}
