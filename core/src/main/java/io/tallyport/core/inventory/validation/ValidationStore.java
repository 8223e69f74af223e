package io.tallyport.core.inventory.validation;

import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.util.List;

/** Keeps validations while they are made. Joins the caller's unit of work; thread-safe. */
public interface ValidationStore {

    /** Begins one; it is found by nobody before it has ended. */
    void begin(ValidationId id, RouteId route, ValidationKind kind, Instant at);

    /**
     * Adds its next rows.
     *
     * @param firstNumber of the first of them; numbers rise from row to row, and none comes twice
     */
    void add(ValidationId id, long firstNumber, List<ValidatedRow> rows);

    /** Ends it. */
    void end(Validation validation);

    /**
     * Deletes all of a route and kind but the latest {@code keep} that have ended, among them those that began before
     * those and never ended. May be cut off in the middle: the next one does the rest. Not within a unit of work.
     */
    void prune(RouteId route, ValidationKind kind, int keep);
}
