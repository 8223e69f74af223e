package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/** Decides what becomes of a planned row, given what its figures are by now. */
interface RowRule {

    /** What the row's target is to be set to where its source has {@code local}; empty where it is to be left alone. */
    Optional<Quantity> wanted(PlanRow row, Quantity local);

    /** Holds a row against the figures of now; {@code before} are those that what is known of it rests on. */
    Rebase.Decision decide(PlanRow row, Rebase.Seen before, Quantity local, Quantity remote);
}
