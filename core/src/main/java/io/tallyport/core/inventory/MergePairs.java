package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds how the pairs of planned rows stand, and begins those that a baseline brings in. */
final class MergePairs {

    private final ApplyStores stores;
    private final PlanHeader plan;
    private final MergeBook book;

    MergePairs(ApplyStores stores, PlanHeader plan, MergeBook book) {
        this.stores = stores;
        this.plan = plan;
        this.book = book;
    }

    /** The rows whose pair stands in the store; a new baseline is put there first, with the figures a person saw. */
    List<MergeRow> begin(List<PlanRow> rows) {
        Map<ExternalId, MergeLevel> levels = levels(rows);
        List<MergeLevel> fresh = new ArrayList<>();
        Set<ExternalId> open = new HashSet<>();
        stores.merge().open().of(plan.route()).forEach(write -> {
            open.add(write.item());
            open.add(write.targetItem());
        });
        for (PlanRow row : rows) {
            boolean free = !open.contains(target(row))
                    && !open.contains(row.sourceItem().orElseThrow());
            if (row.action() == Action.BASELINE && free && !isPair(levels.get(target(row)), row)) {
                fresh.add(baseline(row));
            }
        }
        if (!fresh.isEmpty()) {
            List<DueRow> due = fresh.stream()
                    .map(level -> new DueRow(level.sourceItem(), level.targetItem()))
                    .toList();
            stores.unitOfWork().inOne(() -> {
                stores.merge().levels().put(plan.route(), fresh);
                // What moved since its figures were read may have been looked at already, in vain.
                stores.due().add(plan.route(), plan.id(), due);
            });
            fresh.forEach(level -> levels.put(level.targetItem(), level.stored()));
        }
        List<MergeRow> begun = new ArrayList<>();
        for (PlanRow row : rows) {
            MergeLevel level = levels.get(target(row));
            if (level != null && isPair(level, row)) {
                begun.add(new MergeRow(row, level));
            } else {
                book.left(row, Reason.NO_BASELINE, "its baseline is gone, or counts for another pair");
            }
        }
        return begun;
    }

    private Map<ExternalId, MergeLevel> levels(List<PlanRow> rows) {
        Map<ExternalId, MergeLevel> levels = new HashMap<>();
        stores.merge()
                .levels()
                .of(plan.route(), rows.stream().map(MergePairs::target).toList())
                .forEach(level -> levels.put(level.targetItem(), level));
        return levels;
    }

    private static MergeLevel baseline(PlanRow row) {
        Quantity owed = row.merge().orElseThrow().owedToTarget();
        return MergeLevel.baseline(
                row.sourceItem().orElseThrow(),
                target(row),
                row.local().orElseThrow(),
                row.remote().orElseThrow(),
                owed);
    }

    private static boolean isPair(@Nullable MergeLevel level, PlanRow row) {
        return level != null && row.sourceItem().equals(Optional.of(level.sourceItem()));
    }

    private static ExternalId target(PlanRow row) {
        return row.targetItem().orElseThrow();
    }
}
