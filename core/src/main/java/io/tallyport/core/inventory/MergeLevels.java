package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import java.util.Collection;
import java.util.List;

/**
 * Keeps how each pair of a route stands under MERGE_DELTAS. Joins the caller's unit of work; thread-safe.
 *
 * <p>What is kept here is owed to somebody: a row that is lost is stock that is lost.
 */
public interface MergeLevels {

    /** Those of these target items, in any order; one that has none is left out. */
    List<MergeLevel> of(RouteId route, Collection<ExternalId> targetItems);

    /**
     * Puts each in place of the one that was stored at its revision. One of revision 0 takes the place of whatever one of
     * its two items was paired in before, which must not be the very same pair.
     *
     * @throws io.tallyport.core.kernel.PortException.Conflict when one of them is at another revision by now; the caller's
     *     unit of work must fail with it, so that none of them is changed
     */
    void put(RouteId route, List<MergeLevel> levels);

    /** Removes all of a route. */
    void forget(RouteId route);
}
