package io.tallyport.core.inventory;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.KnownLocations;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The two open ends of a route while a use case works on it. */
final class RouteEnds implements AutoCloseable {

    private static final String OPERATION = "open route";
    private static final Duration LISTED_ANEW = Duration.ofHours(1);

    private final ConnectorSession source;
    private final ConnectorSession target;
    private final LocationRef sourceEnd;
    private final LocationRef targetEnd;
    private final Connection from;
    private final Connection to;

    private RouteEnds(
            ConnectorSession source,
            ConnectorSession target,
            LocationRef sourceEnd,
            LocationRef targetEnd,
            Connection from,
            Connection to) {
        this.source = source;
        this.target = target;
        this.sourceEnd = sourceEnd;
        this.targetEnd = targetEnd;
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
            return new RouteEnds(source, connectors.open(to.id()), route.source(), route.target(), from, to);
        } catch (RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    /** One location alone, of which an undo needs no other: both ends are it. */
    static RouteEnds alone(LocationRef end, ConnectionStore connections, Connectors connectors) {
        Connection only = find(connections, end);
        ConnectorSession session = connectors.open(only.id());
        return new RouteEnds(session, session, end, end, only, only);
    }

    private static Connection find(ConnectionStore connections, LocationRef end) {
        return connections
                .find(end.connection())
                .orElseThrow(() -> new PortException.Rejected(
                        FailureContext.of(OPERATION), "there is no connection \"" + end.connection() + "\""));
    }

    LocationRef sourceEnd() {
        return sourceEnd;
    }

    LocationRef targetEnd() {
        return targetEnd;
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

    /**
     * Refuses a location that is gone or closed. A list of less than an hour counts, so that this costs no request at
     * each plan and apply; a location that is not in it is asked for anew.
     */
    void checkLocations(LocationStore known, Clock clock) {
        check(source, from, sourceEnd, known, clock);
        check(target, to, targetEnd, known, clock);
    }

    /** After a platform has refused something: the location may be gone. */
    void forgetLocations(LocationStore known) {
        known.forget(from.id());
        known.forget(to.id());
    }

    private static void check(
            ConnectorSession session, Connection connection, LocationRef end, LocationStore known, Clock clock) {
        Instant now = clock.instant();
        Optional<Location> listed = known.find(connection.id())
                .filter(list -> list.basis().equals(connection.basis()))
                .filter(list -> Duration.between(list.at(), now).abs().compareTo(LISTED_ANEW) < 0)
                .flatMap(list -> find(list.locations(), end));
        if (listed.isPresent() && listed.get().active()) {
            return;
        }
        List<Location> locations = session.locations();
        known.put(connection.id(), new KnownLocations(connection.basis(), locations, now));
        Optional<Location> found = find(locations, end);
        if (found.isEmpty() || !found.get().active()) {
            throw PlanErrors.rejected(
                    OPERATION,
                    PlanErrors.LOCATION_GONE,
                    "location " + end + (found.isEmpty() ? " does not exist" : " is not active"));
        }
    }

    private static Optional<Location> find(List<Location> locations, LocationRef end) {
        return locations.stream()
                .filter(location -> location.id().equals(end.location()))
                .findFirst();
    }

    InventorySource source() {
        return port(source, InventorySource.class, sourceEnd);
    }

    InventorySource targetReader() {
        return port(target, InventorySource.class, targetEnd);
    }

    InventorySink targetWriter() {
        return port(target, InventorySink.class, targetEnd);
    }

    /** What tells the products of the route: its source if that does, else its target. */
    Optional<ProductSource> products() {
        return source.port(ProductSource.class).or(() -> target.port(ProductSource.class));
    }

    /** The target's writer, for a merge. */
    InventorySink keyedWriter() {
        return MergeErrors.keyed(targetWriter(), targetEnd.connection());
    }

    StockAdjuster adjuster() {
        return source.port(StockAdjuster.class).orElseThrow(() -> MergeErrors.noAdjuster(sourceEnd.connection()));
    }

    /** Reads what the source's customers are shown; empty where the platform cannot tell. */
    Optional<ProductSource> sourceProducts() {
        return source.port(ProductSource.class);
    }

    Optional<ProductSource> targetProducts() {
        return target.port(ProductSource.class);
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
