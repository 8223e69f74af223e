package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PurchaseLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What is missing at a consignment, from three sides: what the order says, what we last saw to stand there, what stands there now.
 * Pure. What somebody else changed there is not overwritten.
 *
 * @param add lines that are not there
 * @param set lines that say something else than the order, by our own doing or before anybody else touched them
 * @param clashes lines that were changed here and there, each in another way
 * @param unknown items there that are in no line of the order
 */
record LinePlan(List<LineOrder> add, List<LineOrder> set, List<PurchaseLine> clashes, Set<ExternalId> unknown) {

    /**
     * Compares.
     *
     * @param own whether what stands there comes from a write of ours that arrived late
     */
    static LinePlan of(
            Map<ExternalId, PurchaseLine> lines,
            Consignment consignment,
            BiPredicate<PurchaseLine, ConsignmentLine> own) {
        LinePlan plan = new LinePlan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        Map<ExternalId, ConsignmentLine> there = new HashMap<>();
        consignment.lines().forEach(line -> there.put(line.product(), line));
        lines.forEach((item, line) -> {
            ConsignmentLine other = there.remove(item);
            if (other == null) {
                plan.missing(line.wanted(item), line.carried());
            } else {
                plan.present(line.wanted(item), line, other, own);
            }
        });
        plan.unknown.addAll(there.keySet());
        return plan;
    }

    private void missing(LineOrder wanted, Optional<LineOrder> carried) {
        if (wanted.ordered().isZero() || carried.filter(wanted::equals).isPresent()) {
            return;
        }
        (carried.isEmpty() ? add : set).add(wanted);
    }

    private void present(
            LineOrder wanted,
            PurchaseLine line,
            ConsignmentLine other,
            BiPredicate<PurchaseLine, ConsignmentLine> own) {
        if (wanted.isIn(other)) {
            return;
        }
        Optional<LineOrder> carried = line.carried();
        boolean untouched = carried.isEmpty() || carried.get().isIn(other) || own.test(line, other);
        if (untouched) {
            set.add(wanted);
        } else if (!carried.filter(wanted::equals).isPresent()) {
            clashes.add(line);
        }
    }

    boolean isEmpty() {
        return add.isEmpty() && set.isEmpty();
    }
}
