package io.tallyport.core.inventory;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.PortException;

/** Says before a route is added whether its ends can do what its policy needs; asks no platform. */
public final class MergeAdmission {

    private final Connectors connectors;

    public MergeAdmission(Connectors connectors) {
        this.connectors = connectors;
    }

    /**
     * Lets pass a route that does not merge, or whose ends can.
     *
     * @throws PortException.Rejected when the source cannot be changed by differences, or the target cannot be written
     */
    public void check(Route route) {
        if (route.policy().merge() != MergePolicy.MERGE_DELTAS) {
            return;
        }
        try (ConnectorSession source = connectors.open(route.source().connection())) {
            if (source.port(StockAdjuster.class).isEmpty()) {
                throw MergeErrors.noAdjuster(route.source().connection());
            }
        }
        try (ConnectorSession target = connectors.open(route.target().connection())) {
            if (target.port(InventorySink.class).isEmpty()) {
                throw PlanErrors.rejected(
                        "add route",
                        PlanErrors.CANNOT,
                        "connection \"" + route.target().connection() + "\" has no InventorySink");
            }
        }
    }
}
