package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Quantity;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row of a merge while it is worked on: what was planned, how its pair stands in the store, what was just read. */
final class MergeRow {

    private final PlanRow plan;
    private MergeLevel level;
    private final Map<MergeSide, Quantity> read = new EnumMap<>(MergeSide.class);
    private final Set<MergeSide> blocked = EnumSet.noneOf(MergeSide.class);
    private final Set<MergeSide> awaited = EnumSet.noneOf(MergeSide.class);
    private boolean left;
    private boolean wrote;

    MergeRow(PlanRow plan, MergeLevel level) {
        this.plan = plan;
        this.level = level;
    }

    PlanRow plan() {
        return plan;
    }

    MergeLevel level() {
        return level;
    }

    /** The pair stands so in the store now. */
    void stands(MergeLevel stored) {
        level = stored;
    }

    /** What was read of a side; empty for one that must not be looked at while its write is open. */
    Optional<Quantity> read(MergeSide side) {
        return Optional.ofNullable(read.get(side));
    }

    void read(MergeSide side, Quantity now) {
        read.put(side, now);
    }

    /** The pair as it stands with what was read of both sides. */
    MergeLevel taken() {
        MergeLevel taken = level;
        for (Map.Entry<MergeSide, Quantity> each : read.entrySet()) {
            taken = each.getKey().read(taken, each.getValue());
        }
        return taken;
    }

    /** Somebody's write is open on that side: none of ours may follow. */
    void block(MergeSide side) {
        blocked.add(side);
    }

    /** A write of this pair is open on that side: neither a difference nor a write until it is settled. */
    void await(MergeSide side) {
        blocked.add(side);
        awaited.add(side);
    }

    boolean isAwaiting(MergeSide side) {
        return awaited.contains(side);
    }

    boolean isWaiting() {
        return !awaited.isEmpty();
    }

    /** What can be written on a side now. */
    Quantity due(MergeSide side) {
        return blocked.contains(side) || left ? Quantity.ZERO : side.due(level);
    }

    /** What would be written on a side if the pair stood as {@code taken}. */
    Quantity due(MergeSide side, MergeLevel taken) {
        return blocked.contains(side) ? Quantity.ZERO : side.due(taken);
    }

    void leave() {
        left = true;
    }

    boolean isLeft() {
        return left;
    }

    void wrote() {
        wrote = true;
    }

    boolean isWritten() {
        return wrote;
    }
}
