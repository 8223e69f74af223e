package io.tallyport.core.inventory;

import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.QuantityRule;

/** What a POS figure means for the shop: which of its figures it is, and how many whole units. */
final class SourceStock {

    private SourceStock() {}

    /** The shop's figure that a POS figure tells, given how web orders reach the POS. */
    static StockFigure figureFor(WebOrders webOrders) {
        return switch (webOrders) {
            // Orders that never reach the POS are carried there by a merge as soon as they are placed.
            case AT_POS_AT_ONCE, NEVER_AT_POS -> StockFigure.AVAILABLE;
            case AT_POS_WHEN_FULFILLED -> StockFigure.ON_HAND;
        };
    }

    /** Whole units to sell where no rule says otherwise: a negative figure counts as none, a fraction cannot be sold. */
    static Quantity wanted(Quantity local) {
        return QuantityRule.PLAIN.wanted(local).orElseThrow();
    }

    /** What must be said about a figure that is not taken as it is. */
    static Reason reasonFor(Quantity local) {
        if (local.isNegative()) {
            return Reason.NEGATIVE;
        }
        return local.hasFraction() ? Reason.FRACTIONAL : Reason.CHANGED;
    }
}
