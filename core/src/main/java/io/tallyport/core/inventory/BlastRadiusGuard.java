package io.tallyport.core.inventory;

import io.tallyport.core.connection.BlastRadius;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Says why a plan changes suspiciously much; a limit itself is still allowed. Pure. */
final class BlastRadiusGuard {

    private BlastRadiusGuard() {}

    /** Of a plan of everything. */
    static List<String> check(BlastRadius limits, PlanCounts counts, OptionalLong sourceRowsBefore) {
        List<String> held = check(limits, counts, counts.eligible(), "eligible rows");
        if (isShrunk(limits, counts.sourceRows(), sourceRowsBefore)) {
            held.add("the source returned " + counts.sourceRows() + " rows, last time " + sourceRowsBefore.getAsLong()
                    + "; fewer than " + limits.minSeenPercent() + " %");
        }
        return held;
    }

    /** Of a plan of what changed: its few rows count against all {@code rows} that there are. */
    static List<String> check(BlastRadius limits, PlanCounts counts, long rows) {
        return check(limits, counts, rows, "rows");
    }

    /** Whether a read saw suspiciously little of what the last one saw. */
    static boolean isShrunk(BlastRadius limits, long rows, OptionalLong before) {
        return before.isPresent() && rows * 100 < before.getAsLong() * limits.minSeenPercent();
    }

    private static List<String> check(BlastRadius limits, PlanCounts counts, long base, String what) {
        List<String> held = new ArrayList<>();
        long changes = counts.changes();
        if (changes > limits.changedFloor() && changes * 100 > base * limits.maxChangedPercent()) {
            held.add(changes + " of " + base + " " + what + " would change, more than " + limits.maxChangedPercent()
                    + " %");
        }
        if (counts.toZero() > limits.maxToZero()) {
            held.add(counts.toZero() + " rows would go to zero, more than " + limits.maxToZero());
        }
        return held;
    }
}
