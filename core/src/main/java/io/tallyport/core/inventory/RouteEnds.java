package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.Optional;

/** The two open ends of a route while a use case works on it. */
final class RouteEnds implements AutoCloseable {

    private static final String OPERATION = "open route";

    private final ConnectorSession source;
    private final ConnectorSession target;
    private final Route route;
    private final Connection from;
    private final Connection to;

    private RouteEnds(ConnectorSession source, ConnectorSession target, Route route, Connection from, Connection to) {
        this.source = source;
        this.target = target;
        this.route = route;
        this.from = from;
        this.to = to;
    }

    static RouteEnds open(Route route, ConnectionStore connections, Connectors connectors) {
        Connection from = find(connections, route.source());
        Connection to = find(connections, route.target());
        if (from.environment() != to.environment()) {
            throw PlanErrors.rejected(
                    OPERATION,
                    PlanErrors.WRONG_ENVIRONMENT,
                    "\"" + from.id() + "\" is " + from.environment() + " and \"" + to.id() + "\" is "
                            + to.environment());
        }
        ConnectorSession source = connectors.open(from.id());
        try {
            return new RouteEnds(source, connectors.open(to.id()), route, from, to);
        } catch (RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    private static Connection find(ConnectionStore connections, LocationRef end) {
        return connections
                .find(end.connection())
                .orElseThrow(() -> new PortException.Rejected(
                        FailureContext.of(OPERATION), "there is no connection \"" + end.connection() + "\""));
    }

    Environment environment() {
        return from.environment();
    }

    Connection sourceConnection() {
        return from;
    }

    Connection targetConnection() {
        return to;
    }

    /** Refuses a location that is gone or closed. */
    void checkLocations() {
        check(source, route.source());
        check(target, route.target());
    }

    private static void check(ConnectorSession session, LocationRef end) {
        Optional<Location> found = session.locations().stream()
                .filter(location -> location.id().equals(end.location()))
                .findFirst();
        if (found.isEmpty() || !found.get().active()) {
            throw PlanErrors.rejected(
                    OPERATION,
                    PlanErrors.LOCATION_GONE,
                    "location " + end + (found.isEmpty() ? " does not exist" : " is not active"));
        }
    }

    InventorySource source() {
        return port(source, InventorySource.class, route.source());
    }

    InventorySource targetReader() {
        return port(target, InventorySource.class, route.target());
    }

    InventorySink targetWriter() {
        return port(target, InventorySink.class, route.target());
    }

    private static <T> T port(ConnectorSession session, Class<T> type, LocationRef end) {
        return session.port(type)
                .orElseThrow(() -> PlanErrors.rejected(
                        OPERATION,
                        PlanErrors.CANNOT,
                        "connection \"" + end.connection() + "\" has no " + type.getSimpleName()));
    }

    @Override
    public void close() {
        try {
            source.close();
        } finally {
            target.close();
        }
    }
}
