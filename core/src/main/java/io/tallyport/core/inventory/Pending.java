package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;

/**
 * A row about to be written.
 *
 * @param base the figures on which what is known of the row rests: those of the plan, or of our own write
 * @param local the source's figure that {@code to} comes from
 * @param from what the target must be
 * @param to what it is set to
 */
record Pending(PlanRow row, Rebase.Seen base, Quantity local, Quantity from, Quantity to) {

    ExternalId item() {
        return row.targetItem().orElseThrow();
    }

    StockWrite.Line line() {
        return new StockWrite.Line(item(), from.toWholeUnits(), to.toWholeUnits());
    }
}
