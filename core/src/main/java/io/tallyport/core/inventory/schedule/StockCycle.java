package io.tallyport.core.inventory.schedule;

import io.tallyport.core.kernel.RouteId;

/**
 * What a job of the type {@link #TYPE} does: one sync of a route.
 *
 * @param route its name
 * @param full whether everything is read, and not what changed alone
 */
public record StockCycle(String route, boolean full) {

    /** The job type's name. */
    public static final String TYPE = "stock-cycle";

    public StockCycle {
        route = new RouteId(route).value();
    }

    RouteId id() {
        return new RouteId(route);
    }
}
