package io.tallyport.core.inventory;

import java.util.List;

/**
 * A plan as its file tells it, without the rows.
 *
 * @param heldBecause why the whole plan is held, each in a sentence; none when it is not
 * @param approvals oldest first; none when nobody has approved anything
 * @param hash SHA-256 over the file's bytes before the hash, in lower-case hex
 */
public record StockPlan(
        PlanHeader header, PlanCounts counts, List<String> heldBecause, List<PlanApproval> approvals, String hash) {

    public StockPlan {
        heldBecause = List.copyOf(heldBecause);
        approvals = List.copyOf(approvals);
    }

    /** A plan from what stands before and after its rows. */
    public static StockPlan of(PlanHeader header, PlanSummary summary, String hash) {
        return new StockPlan(header, summary.counts(), summary.heldBecause(), summary.approvals(), hash);
    }

    /** What stands after its rows. */
    public PlanSummary summary() {
        return new PlanSummary(counts, heldBecause, approvals);
    }

    /** Whether the plan as a whole waits for a person. */
    public boolean isHeld() {
        return !heldBecause.isEmpty() && approvals.stream().noneMatch(PlanApproval::wholePlan);
    }

    /** The same plan with another hash. */
    public StockPlan withHash(String other) {
        return new StockPlan(header, counts, heldBecause, approvals, other);
    }
}
