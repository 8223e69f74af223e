package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import java.util.Collection;
import java.util.List;

/**
 * Keeps which levels a merge is writing: one writer at most for each, over all routes. Joins the caller's unit of work;
 * thread-safe.
 */
public interface OpenWrites {

    /** The open writes of these items at a location, by whichever route. */
    List<OpenWrite> at(LocationRef location, Collection<ExternalId> items);

    /** All open writes of a route. */
    List<OpenWrite> of(RouteId route);

    /**
     * Opens them; stored with their intent, before the call.
     *
     * @throws io.tallyport.core.kernel.PortException.Conflict when one of the levels is being written already; the
     *     caller's unit of work must fail with it
     */
    void open(List<OpenWrite> writes);

    /** Closes those of these items that belong to {@code intent}. */
    void close(String intent, LocationRef location, Collection<ExternalId> items);
}
