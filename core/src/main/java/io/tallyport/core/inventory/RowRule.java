package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Quantity;

/** Decides what becomes of a planned row, given what its figures are by now. */
interface RowRule {

    /** What the target is to be set to where the figure that the row comes from is {@code local}. */
    Quantity wanted(Quantity local);

    /** Holds a row against the figures of now; {@code before} are those that what is known of it rests on. */
    Rebase.Decision decide(PlanRow row, Rebase.Seen before, Quantity local, Quantity remote);
}
