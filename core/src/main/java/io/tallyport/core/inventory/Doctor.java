package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.inventory.Finding.Severity;
import io.tallyport.core.kernel.ConnectionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Examines every connection and route and says what is missing, broken or about to end, each with what mends it. Reads
 * from the platforms and writes nothing anywhere. A platform that does not answer is a finding, not a failure.
 */
public final class Doctor {

    private final PlanStores stores;
    private final ConnectionExamination ofConnections;
    private final RouteExamination ofRoutes;

    public Doctor(PlanStores stores, Connectors connectors, Clock clock) {
        this.stores = stores;
        this.ofConnections = new ConnectionExamination(connectors, clock);
        this.ofRoutes = new RouteExamination(stores.halts(), stores.mappings(), stores.cycles(), clock);
    }

    /** What was found: the worst first, connections before routes. */
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
        findings.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings);
    }
}
