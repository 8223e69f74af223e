package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;

/**
 * A row about to be written.
 *
 * @param local the source's figure that {@code to} comes from
 * @param from what the target must be
 * @param to what it is set to
 */
record Pending(PlanRow row, Quantity local, Quantity from, Quantity to) {

    ExternalId item() {
        return row.targetItem().orElseThrow();
    }

    Rebase.Seen seen() {
        return new Rebase.Seen(local, from);
    }

    StockWrite.Line line() {
        return new StockWrite.Line(item(), from.toWholeUnits(), to.toWholeUnits());
    }
}
