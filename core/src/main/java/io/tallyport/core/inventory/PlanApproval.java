package io.tallyport.core.inventory;

import java.time.Instant;

/**
 * Who released what a plan held.
 *
 * @param rows how many held rows it released
 */
public record PlanApproval(String actor, Instant at, String reason, long rows) {}
