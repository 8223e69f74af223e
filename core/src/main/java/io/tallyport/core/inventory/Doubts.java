package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a cycle would write though the source did not tell of it in this very read, and what an earlier plan has left to do
 * though neither side told of it: the mirror may be behind there, since a read of changes can miss a row. It is asked for
 * by name first.
 */
final class Doubts implements PlanStockSync.Output {

    private final SeenItems freshAtSource;
    private final SeenItems freshAtTarget;
    private final SeenItems due = new SeenItems();
    private final List<ExternalId> atSource = new ArrayList<>();
    private final List<ExternalId> atTarget = new ArrayList<>();
    private final Set<ExternalId> goneAtSource = new HashSet<>();
    private final Set<ExternalId> goneAtTarget = new HashSet<>();

    Doubts(SeenItems freshAtSource, SeenItems freshAtTarget) {
        this.freshAtSource = freshAtSource;
        this.freshAtTarget = freshAtTarget;
    }

    /** What an earlier plan has left to do; it may look in step in the mirror. */
    void due(DueRow row) {
        due.add(row.targetItem());
        if (!freshAtSource.contains(row.sourceItem())) {
            atSource.add(row.sourceItem());
        }
        if (!freshAtTarget.contains(row.targetItem())) {
            atTarget.add(row.targetItem());
        }
    }

    @Override
    public void row(PlanRow row) {
        if (row.action().isWrite() && !due.contains(row.targetItem().orElseThrow())) {
            ExternalId ours = row.sourceItem().orElseThrow();
            if (!freshAtSource.contains(ours)) {
                atSource.add(ours);
            }
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
