package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/**
 * The reckoning behind a row of a merge, in unrounded units, so that a person sees what is carried where and why.
 *
 * @param acknowledgedSource the source's figure that is settled; empty before a baseline
 * @param acknowledgedTarget the target's figure that is settled; empty before a baseline
 * @param deltaSource what the source sold (negative) or received since
 * @param deltaTarget what the target sold (negative) or received since
 * @param owedToSource what the source was owed before {@code deltaTarget}
 * @param owedToTarget what the target was owed before {@code deltaSource}
 * @param toSource what would be added at the source now
 * @param toTarget what would be added at the target now, in whole units
 */
public record MergeFigures(
        Optional<Quantity> acknowledgedSource,
        Optional<Quantity> acknowledgedTarget,
        Quantity deltaSource,
        Quantity deltaTarget,
        Quantity owedToSource,
        Quantity owedToTarget,
        Quantity toSource,
        Quantity toTarget) {

    /** The greatest of its differences and writes: what a review threshold is held against. */
    public Quantity greatest() {
        Quantity deltas = greater(deltaSource.abs(), deltaTarget.abs());
        return greater(deltas, greater(toSource.abs(), toTarget.abs()));
    }

    private static Quantity greater(Quantity one, Quantity other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
