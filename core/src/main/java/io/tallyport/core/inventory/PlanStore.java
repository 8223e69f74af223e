package io.tallyport.core.inventory;

import java.util.List;
import java.util.Optional;

/** Keeps what decides about plans. Joins the caller's unit of work; thread-safe. */
public interface PlanStore {

    /**
     * Adds a plan.
     *
     * @throws io.tallyport.core.kernel.PortException.Conflict when there is one with this id
     */
    void add(PlanRecord plan);

    Optional<PlanRecord> find(PlanId id);

    /**
     * Replaces hash and state of a plan that still is as {@code expected}; false, and nothing changed, when its hash or
     * state is another by now.
     */
    boolean change(PlanRecord expected, PlanRecord wanted);

    /** The newest first. */
    List<PlanRecord> recent(int limit);
}
