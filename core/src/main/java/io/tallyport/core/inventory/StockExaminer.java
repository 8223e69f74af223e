package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.doctor.Examiner;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.kernel.ConnectionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Examines every connection and every route. */
public final class StockExaminer implements Examiner {

    private final PlanStores stores;
    private final ConnectionExamination ofConnections;
    private final RouteExamination ofRoutes;

    public StockExaminer(PlanStores stores, Connectors connectors, Clock clock) {
        this.stores = stores;
        this.ofConnections = new ConnectionExamination(connectors, clock);
        this.ofRoutes = new RouteExamination(stores.halts(), stores.mappings(), stores.cycles(), clock);
    }

    /** Connections before routes. */
    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        Map<ConnectionId, ConnectionExamination.Examined> examined = new HashMap<>();
        for (Connection connection : stores.connections().all()) {
            ConnectionExamination.Examined one = ofConnections.examine(connection);
            examined.put(connection.id(), one);
            findings.addAll(one.findings());
        }
        if (examined.isEmpty()) {
            findings.add(new Finding(
                    Severity.NOTE, "installation", "there is no connection yet", "tallyport connection add --help"));
        }
        for (Route route : stores.routes().all()) {
            findings.addAll(ofRoutes.examine(route, examined));
        }
        return List.copyOf(findings);
    }
}
