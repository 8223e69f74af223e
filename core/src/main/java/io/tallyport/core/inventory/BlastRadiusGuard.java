package io.tallyport.core.inventory;

import io.tallyport.core.connection.BlastRadius;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Says why a plan changes suspiciously much; a limit itself is still allowed. Pure. */
final class BlastRadiusGuard {

    private BlastRadiusGuard() {}

    static List<String> check(BlastRadius limits, PlanCounts counts, OptionalLong sourceRowsBefore) {
        List<String> held = new ArrayList<>();
        long changes = counts.changes();
        if (changes > limits.changedFloor() && changes * 100 > counts.eligible() * limits.maxChangedPercent()) {
            held.add(changes + " of " + counts.eligible() + " eligible rows would change, more than "
                    + limits.maxChangedPercent() + " %");
        }
        if (counts.toZero() > limits.maxToZero()) {
            held.add(counts.toZero() + " rows would go to zero, more than " + limits.maxToZero());
        }
        if (sourceRowsBefore.isPresent()
                && counts.sourceRows() * 100 < sourceRowsBefore.getAsLong() * limits.minSeenPercent()) {
            held.add("the source returned " + counts.sourceRows() + " rows, last time " + sourceRowsBefore.getAsLong()
                    + "; fewer than " + limits.minSeenPercent() + " %");
        }
        return held;
    }
}
