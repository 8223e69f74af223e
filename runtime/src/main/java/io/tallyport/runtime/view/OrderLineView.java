package io.tallyport.runtime.view;

import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.purchasing.PurchaseLine;
import org.jspecify.annotations.Nullable;

/**
 * A line of a purchase order as it is shown; quantities and costs are decimal texts, so that nothing is rounded on the way.
 *
 * @param item the platform's, once it has the line
 */
public record OrderLineView(
        String sku,
        String ordered,
        @Nullable String cost,
        String received,
        @Nullable String item) {

    /** Shows it. */
    public static OrderLineView of(PurchaseLine line) {
        return new OrderLineView(
                line.sku().value(),
                line.ordered().toString(),
                line.cost().map(UnitCost::toString).orElse(null),
                line.received().toString(),
                line.carried().map(was -> was.product().value()).orElse(null));
    }
}
