package io.tallyport.core.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes what a merge would carry from side to side, from what was read and what is kept of each pair. */
final class PlanMerge {

    private static final int BATCH = 500;
    private static final String DECIDES =
            "a baseline decides what both sides count from: look at it, then approve it as a whole";

    private final PlannedRoute planned;
    private final MergeStores stores;
    private final Optional<Baseline> baseline;
    private final boolean exact;

    PlanMerge(PlannedRoute planned, MergeStores stores, Optional<Baseline> baseline) {
        this.planned = planned;
        this.stores = stores;
        this.baseline = baseline;
        this.exact = planned.ends().adjuster().exact();
    }

    PlanStockSync.Result plan(PlanStockSync.Input input, PlanStockSync.Output out) {
        PlanTally tally = new PlanTally(
                input.source().levels().items(), input.target().levels().items());
        Matching matching =
                new Matching(input.source(), input.target(), input.policy().scope(), input.mappings());
        List<Matching.Match> batch = new ArrayList<>(BATCH);
        while (matching.hasNext()) {
            batch.add(matching.next());
            if (batch.size() == BATCH || !matching.hasNext()) {
                settle(batch, input, tally, out);
                batch.clear();
            }
        }
        PlanCounts counts = tally.counts();
        List<String> held =
                new ArrayList<>(BlastRadiusGuard.check(input.policy().guard(), counts, input.sourceRowsBefore()));
        if (baseline.isPresent() && counts.changes() > 0) {
            held.add(DECIDES);
        }
        return new PlanStockSync.Result(counts, held);
    }

    private void settle(
            List<Matching.Match> batch, PlanStockSync.Input input, PlanTally tally, PlanStockSync.Output out) {
        MergeDecision decision = new MergeDecision(
                input.policy(),
                input.source().complete(),
                exact,
                baseline,
                MergeDecision.Known.of(stores, planned.route(), batch));
        for (Matching.Match match : batch) {
            PlanRow row = decision.decide(match);
            if (row.action() == Action.KEEP) {
                out.inStep(row.targetItem().orElseThrow());
            }
            if (tally.add(row)) {
                out.row(row);
            }
        }
    }
}
