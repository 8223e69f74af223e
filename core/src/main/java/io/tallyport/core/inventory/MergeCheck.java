package io.tallyport.core.inventory;

import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what a merge would write now against what a person saw: the same direction, and no more than was shown or than
 * the review threshold lets pass anyhow. Whatever is refused stays owed, and the next plan shows it.
 */
final class MergeCheck {

    private final RoutePolicy policy;
    private final boolean strict;
    private final long plannedZeroes;
    private final Set<ExternalId> newZeroes = new HashSet<>();

    MergeCheck(RoutePolicy policy, boolean strict, long plannedZeroes) {
        this.policy = policy;
        this.strict = strict;
        this.plannedZeroes = plannedZeroes;
    }

    /** Why the row may not be written as it stands now; empty when it may. */
    Optional<Reason> refusal(MergeRow row, MergeLevel now) {
        MergeFigures figures = row.plan().merge().orElseThrow();
        if (!fits(figures.toTarget(), row.due(MergeSide.TARGET, now)) || !fitsGuard(row, now)) {
            return Optional.of(Reason.MOVED_AT_SOURCE);
        }
        return fits(figures.toSource(), row.due(MergeSide.SOURCE, now))
                ? Optional.empty()
                : Optional.of(Reason.MOVED_AT_TARGET);
    }

    boolean fits(Quantity planned, Quantity now) {
        if (now.equals(planned) || now.isZero()) {
            return true;
        }
        if (strict || planned.signum() * now.signum() < 0) {
            return false;
        }
        Quantity threshold = Quantity.of(policy.reviewThreshold());
        Quantity most = planned.abs().compareTo(threshold) > 0 ? planned.abs() : threshold;
        return now.abs().compareTo(most) <= 0;
    }

    /** Rows that sold out since the plan count with those that it showed. */
    private boolean fitsGuard(MergeRow row, MergeLevel now) {
        Quantity by = row.due(MergeSide.TARGET, now);
        boolean toNone = by.isNegative() && now.target().plus(by).signum() <= 0;
        boolean planned = row.plan().desired().map(Quantity::signum).orElse(1) <= 0;
        if (!toNone || planned) {
            return true;
        }
        newZeroes.add(row.level().targetItem());
        return newZeroes.size() + plannedZeroes <= policy.guard().maxToZero();
    }
}
