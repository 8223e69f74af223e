package io.tallyport.core.inventory;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows a plan has.
 *
 * @param eligible rows that are matched, tracked and stocked on both sides, and so can be in step
 * @param unchanged eligible rows that are in step already; they are counted only, not in the file
 * @param toZero rows that would be set to zero
 * @param byAction rows in the file by action
 * @param byReason rows in the file by reason
 */
public record PlanCounts(
        long eligible, long unchanged, long toZero, Map<Action, Long> byAction, Map<Reason, Long> byReason) {

    public PlanCounts {
        byAction = new TreeMap<>(byAction);
        byReason = new TreeMap<>(byReason);
    }

    public long of(Action action) {
        return byAction.getOrDefault(action, 0L);
    }

    /** Rows that would change the target, held ones included. */
    public long changes() {
        return of(Action.SET) + of(Action.ACTIVATE) + of(Action.HOLD);
    }
}
