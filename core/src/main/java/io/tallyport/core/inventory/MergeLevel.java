package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;

/**
 * How a pair of items stands under MERGE_DELTAS: for each side the figure that is settled with the other, and what the
 * other still owes it. All in unrounded units.
 *
 * <p>There is no common base. A side's figure moves on by what was read there, and then the same amount is owed to the
 * other side; or by what was written there, and then that much less is owed to it. So at each moment
 * {@code level + owed = what it would be if nobody had lost anything}, whatever is written when.
 *
 * @param source the source's figure that is settled
 * @param target the target's figure that is settled
 * @param owedToSource what must still be added at the source
 * @param owedToTarget what must still be added at the target
 * @param revision how often it was stored; 0 for one that is not stored yet
 */
public record MergeLevel(
        ExternalId sourceItem,
        ExternalId targetItem,
        Quantity source,
        Quantity target,
        Quantity owedToSource,
        Quantity owedToTarget,
        long revision) {

    /** A new one: both figures are settled but for what the target is owed. */
    public static MergeLevel baseline(
            ExternalId sourceItem, ExternalId targetItem, Quantity source, Quantity target, Quantity owedToTarget) {
        return new MergeLevel(sourceItem, targetItem, source, target, Quantity.ZERO, owedToTarget, 0);
    }

    /** The source has been read: what it moved by is owed to the target. */
    public MergeLevel readSource(Quantity now) {
        Quantity delta = now.minus(source);
        return new MergeLevel(sourceItem, targetItem, now, target, owedToSource, owedToTarget.plus(delta), revision);
    }

    /** The target has been read: what it moved by is owed to the source. */
    public MergeLevel readTarget(Quantity now) {
        Quantity delta = now.minus(target);
        return new MergeLevel(sourceItem, targetItem, source, now, owedToSource.plus(delta), owedToTarget, revision);
    }

    /** So much has been added at the source by us. */
    public MergeLevel wroteSource(Quantity by) {
        return new MergeLevel(
                sourceItem, targetItem, source.plus(by), target, owedToSource.minus(by), owedToTarget, revision);
    }

    /** So much has been added at the target by us. */
    public MergeLevel wroteTarget(Quantity by) {
        return new MergeLevel(
                sourceItem, targetItem, source, target.plus(by), owedToSource, owedToTarget.minus(by), revision);
    }

    /** As it is in the store after it has been put there. */
    public MergeLevel stored() {
        return new MergeLevel(sourceItem, targetItem, source, target, owedToSource, owedToTarget, revision + 1);
    }

    /** What the source takes of its debt: all of it. */
    public Quantity dueToSource() {
        return owedToSource;
    }

    /** What the target takes of its debt: whole units, and never one more than there is. */
    public Quantity dueToTarget() {
        return owedToTarget.roundDown();
    }

    /** Whether either side could be written. */
    public boolean isDue() {
        return !dueToSource().isZero() || !dueToTarget().isZero();
    }
}
