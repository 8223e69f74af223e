package io.tallyport.core.inventory;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.PortException;
import java.util.Optional;

/** Says before a route is added whether its ends can do what its policy needs. */
public final class MergeAdmission {

    private final Connectors connectors;

    public MergeAdmission(Connectors connectors) {
        this.connectors = connectors;
    }

    /**
     * Lets pass a route that does not merge, or whose ends can.
     *
     * @throws PortException.Rejected when the source cannot be changed by differences, or is not set up for it, or the
     *     target cannot be written under keys
     */
    public void check(Route route) {
        if (route.policy().merge() != MergePolicy.MERGE_DELTAS) {
            return;
        }
        try (ConnectorSession source = connectors.open(route.source().connection())) {
            StockAdjuster adjuster = source.port(StockAdjuster.class)
                    .orElseThrow(() -> MergeErrors.noAdjuster(route.source().connection()));
            // The first step of an adjustment, which writes nothing, and refuses an account that is not set up for it.
            Optional<Watermark> unused = adjuster.mark(route.source().location());
        }
        try (ConnectorSession target = connectors.open(route.target().connection())) {
            InventorySink sink = target.port(InventorySink.class)
                    .orElseThrow(() -> PlanErrors.rejected(
                            "add route",
                            PlanErrors.CANNOT,
                            "connection \"" + route.target().connection() + "\" has no InventorySink"));
            InventorySink unused = MergeErrors.keyed(sink, route.target().connection());
        }
    }
}
