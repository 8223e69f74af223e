package io.tallyport.core.inventory;

import java.util.List;

/**
 * What is known of a plan only after its last row.
 *
 * @param heldBecause why the whole plan is held, each in a sentence; none when it is not
 * @param approvals oldest first; none when nobody has approved anything
 */
public record PlanSummary(PlanCounts counts, List<String> heldBecause, List<PlanApproval> approvals) {

    public PlanSummary {
        heldBecause = List.copyOf(heldBecause);
        approvals = List.copyOf(approvals);
    }
}
