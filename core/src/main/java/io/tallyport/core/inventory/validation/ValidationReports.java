package io.tallyport.core.inventory.validation;

import io.tallyport.core.kernel.RouteId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives back the validations that have ended. Thread-safe. */
public interface ValidationReports {

    Optional<Validation> find(ValidationId id);

    /** All of a route, the latest first. */
    List<Validation> of(RouteId route);

    /**
     * The rows of one, however many: first those with a rank, by rank; then by difference, the largest first; then in the
     * order they were added.
     *
     * @param offOnly only those with a flaw
     */
    void rows(ValidationId id, boolean offOnly, Consumer<ValidatedRow> each);
}
