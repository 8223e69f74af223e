package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what each route still has to bring into step. Joins the caller's unit of work; thread-safe. */
public interface DueRows {

    /** Gives each due row of a route to {@code each}, by target item, without holding them all. */
    void of(RouteId route, Consumer<DueRow> each);

    /**
     * Puts the rows of {@code plan} in place of all that were due.
     *
     * @param rows gives each row, each target item once, to what it is called with; it may be called again when the
     *     database asks for it
     */
    void replace(RouteId route, PlanId plan, Consumer<Consumer<DueRow>> rows);

    /** Makes these due beside what is due; one that was due already is now due by {@code plan}. */
    void add(RouteId route, PlanId plan, List<DueRow> rows);

    /** Removes the rows of these items that {@code plan} made due; what a later plan made due stays. */
    void done(RouteId route, PlanId plan, Collection<ExternalId> targetItems);
}
