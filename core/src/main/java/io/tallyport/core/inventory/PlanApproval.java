package io.tallyport.core.inventory;

import java.time.Instant;

/**
 * Who released what a plan held.
 *
 * @param wholePlan whether it released the plan as a whole, and every held row with it
 * @param rows how many held rows it released
 */
public record PlanApproval(String actor, Instant at, String reason, boolean wholePlan, long rows) {}
