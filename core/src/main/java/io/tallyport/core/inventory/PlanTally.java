package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Quantity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts rows while a plan is made. */
final class PlanTally {

    private final long sourceRows;
    private final long targetRows;
    private final Map<Action, Long> byAction = new EnumMap<>(Action.class);
    private final Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
    private long seen;
    private long unchanged;
    private long toZero;
    private long held;

    PlanTally(long sourceRows, long targetRows) {
        this.sourceRows = sourceRows;
        this.targetRows = targetRows;
    }

    /** Counts a row and says whether it belongs into the file. */
    boolean add(PlanRow row) {
        seen++;
        if (row.action() == Action.KEEP) {
            unchanged++;
            if (row.reason() == Reason.CHANGED) {
                return false;
            }
        }
        byAction.merge(row.action(), 1L, Long::sum);
        byReason.merge(row.reason(), 1L, Long::sum);
        if (row.action().isWrite()) {
            toZero += isNone(row.desired()) && !isZero(row.remote()) ? 1 : 0;
            held += row.hold() == Hold.HELD ? 1 : 0;
        }
        return true;
    }

    /** How many rows there have been. */
    long seen() {
        return seen;
    }

    PlanCounts counts() {
        long changes = byAction.entrySet().stream()
                .filter(each -> each.getKey().isWrite())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new PlanCounts(sourceRows, targetRows, unchanged + changes, unchanged, toZero, held, byAction, byReason);
    }

    private static boolean isNone(Optional<Quantity> quantity) {
        return quantity.map(units -> units.signum() <= 0).orElse(false);
    }

    private static boolean isZero(Optional<Quantity> quantity) {
        return quantity.map(Quantity::isZero).orElse(false);
    }
}
