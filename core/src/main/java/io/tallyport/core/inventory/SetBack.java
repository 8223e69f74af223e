package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/**
 * The rule of an undo: a level is set back only while it is what the plan saw. What changed it since, a sale or a person,
 * is never undone with it, so no row is carried over to other figures.
 */
final class SetBack implements RowRule {

    /** A figure of the past is taken as it was, negative ones included. */
    @Override
    public Optional<Quantity> wanted(PlanRow row, Quantity local) {
        return Optional.of(local);
    }

    @Override
    public Rebase.Decision decide(PlanRow row, Rebase.Seen before, Quantity local, Quantity remote) {
        Quantity wanted = row.desired().orElseThrow();
        if (remote.equals(wanted)) {
            return new Rebase.Decision(Rebase.Verdict.IN_STEP, remote, wanted, row.reason());
        }
        if (remote.equals(row.remote().orElseThrow())) {
            return new Rebase.Decision(Rebase.Verdict.WRITE, remote, wanted, row.reason());
        }
        return new Rebase.Decision(Rebase.Verdict.LEAVE, Quantity.ZERO, Quantity.ZERO, Reason.CHANGED_SINCE);
    }
}
