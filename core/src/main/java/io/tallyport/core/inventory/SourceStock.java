package io.tallyport.core.inventory;

import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.Quantity;

/** What a POS figure means for the shop: which of its figures it is, and how many whole units. */
final class SourceStock {

    private SourceStock() {}

    /** The shop's figure that a POS figure tells, given how web orders reach the POS. */
    static StockFigure figureFor(WebOrders webOrders) {
        return switch (webOrders) {
            case AT_POS_AT_ONCE -> StockFigure.AVAILABLE;
            case AT_POS_WHEN_FULFILLED -> StockFigure.ON_HAND;
            case NEVER_AT_POS -> throw new IllegalArgumentException("NEVER_AT_POS has no figure under SOURCE_WINS");
        };
    }

    /** Whole units to sell: a negative figure counts as none, a fraction cannot be sold. */
    static Quantity wanted(Quantity local) {
        return local.isNegative() ? Quantity.ZERO : local.roundDown();
    }

    /** What must be said about a figure that is not taken as it is. */
    static Reason reasonFor(Quantity local) {
        if (local.isNegative()) {
            return Reason.NEGATIVE;
        }
        return local.hasFraction() ? Reason.FRACTIONAL : Reason.CHANGED;
    }
}
