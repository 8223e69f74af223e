package io.tallyport.core.inventory;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows a plan has.
 *
 * @param sourceRows distinct items read at the source
 * @param targetRows distinct items read at the target
 * @param eligible rows that are matched, tracked and stocked on both sides, and so can be in step
 * @param unchanged eligible rows that are in step already
 * @param toZero rows that would be set to zero
 * @param held rows that wait for a person
 * @param byAction rows in the file by action
 * @param byReason rows in the file by reason
 */
public record PlanCounts(
        long sourceRows,
        long targetRows,
        long eligible,
        long unchanged,
        long toZero,
        long held,
        Map<Action, Long> byAction,
        Map<Reason, Long> byReason) {

    public PlanCounts {
        byAction = new TreeMap<>(byAction);
        byReason = new TreeMap<>(byReason);
    }

    public long of(Action action) {
        return byAction.getOrDefault(action, 0L);
    }

    /** Rows that would change the target, held ones included. */
    public long changes() {
        return byAction.entrySet().stream()
                .filter(each -> each.getKey().isWrite())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The same plan after {@code released} of its held rows have been approved. */
    public PlanCounts released(long released) {
        return new PlanCounts(sourceRows, targetRows, eligible, unchanged, toZero, held - released, byAction, byReason);
    }
}
