package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cycle would write though it was not told of in this very read: the mirror may be behind there, since a read of
 * changes can miss a row. It is asked for by name first.
 *
 * <p>At the source that is each row whose own figure was not told; at the target, whose figure a write is compared with
 * anyway, only what an earlier plan has left to do.
 */
final class Doubts implements PlanStockSync.Output {

    private final SeenItems freshAtSource;
    private final SeenItems freshAtTarget;
    private final SeenItems due;
    private final List<ExternalId> atSource = new ArrayList<>();
    private final List<ExternalId> atTarget = new ArrayList<>();
    private final Set<ExternalId> goneAtSource = new HashSet<>();
    private final Set<ExternalId> goneAtTarget = new HashSet<>();

    Doubts(SeenItems freshAtSource, SeenItems freshAtTarget, SeenItems due) {
        this.freshAtSource = freshAtSource;
        this.freshAtTarget = freshAtTarget;
        this.due = due;
    }

    @Override
    public void row(PlanRow row) {
        if (!row.action().isWrite()) {
            return;
        }
        ExternalId ours = row.sourceItem().orElseThrow();
        ExternalId theirs = row.targetItem().orElseThrow();
        if (!freshAtSource.contains(ours)) {
            atSource.add(ours);
        }
        if (due.contains(theirs) && !freshAtTarget.contains(theirs)) {
            atTarget.add(theirs);
        }
    }

    /** What is in step is learned when the plan is made. */
    @Override
    public void agreed(Map<ExternalId, Quantity> news) {}

    List<ExternalId> atSource() {
        return atSource;
    }

    List<ExternalId> atTarget() {
        return atTarget;
    }

    /** Items that the source did not know when asked; filled as it is asked. */
    Set<ExternalId> goneAtSource() {
        return goneAtSource;
    }

    /** Items that the target did not know when asked; filled as it is asked. */
    Set<ExternalId> goneAtTarget() {
        return goneAtTarget;
    }
}
