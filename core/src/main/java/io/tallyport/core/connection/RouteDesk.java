package io.tallyport.core.connection;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;

/** Adds, changes and removes routes; each change is in the audit trail. */
public final class RouteDesk {

    private final RouteStore routes;
    private final ConnectionStore connections;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public RouteDesk(
            RouteStore routes, ConnectionStore connections, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
        this.routes = routes;
        this.connections = connections;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * Adds a route; nothing is sent to a platform.
     *
     * @throws IllegalArgumentException when the name is taken, an end is unknown, the ends are of different environments,
     *     or another SOURCE_WINS route writes the same SKUs into the same location
     */
    public Route add(Route route, String actor) {
        return unitOfWork.inOne(() -> {
            if (routes.find(route.id()).isPresent()) {
                throw new IllegalArgumentException("there is a route \"" + route.id() + "\" already");
            }
            return store(route, "route added", actor);
        });
    }

    /**
     * Replaces a route of the same name.
     *
     * @throws IllegalArgumentException as {@link #add}, or when there is none of that name
     */
    public Route change(Route route, String actor) {
        return unitOfWork.inOne(() -> {
            if (routes.find(route.id()).isEmpty()) {
                throw new IllegalArgumentException("there is no route \"" + route.id() + "\"");
            }
            return store(route, "route changed", actor);
        });
    }

    /**
     * Removes a route; its history stays.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public void remove(RouteId id, String actor) {
        unitOfWork.inOne(() -> {
            if (!routes.remove(id)) {
                throw new IllegalArgumentException("there is no route \"" + id + "\"");
            }
            audit.record(new AuditEntry(clock.instant(), actor, "route removed", id.value(), ""));
        });
    }

    private Route store(Route route, String action, String actor) {
        Environment from = environment(route.source());
        Environment to = environment(route.target());
        if (from != to) {
            throw new IllegalArgumentException("a route never crosses environments: \""
                    + route.source().connection() + "\" is " + from + ", \""
                    + route.target().connection() + "\" is " + to);
        }
        for (Route other : routes.all()) {
            if (!other.id().equals(route.id()) && collides(route, other)) {
                throw new IllegalArgumentException("route \"" + other.id() + "\" writes into " + other.target()
                        + " already, and two sources cannot both be the truth for one SKU; give both routes SKU"
                        + " prefixes that do not overlap");
            }
        }
        routes.save(route);
        audit.record(new AuditEntry(
                clock.instant(),
                actor,
                action,
                route.id().value(),
                route.source() + " to " + route.target() + ", " + route.policy().webOrders()));
        return route;
    }

    private static boolean collides(Route one, Route other) {
        return one.target().equals(other.target())
                && one.policy().merge() == MergePolicy.SOURCE_WINS
                && other.policy().merge() == MergePolicy.SOURCE_WINS
                && !one.policy().scope().isDisjointFrom(other.policy().scope());
    }

    private Environment environment(LocationRef end) {
        return connections
                .find(end.connection())
                .map(Connection::environment)
                .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + end.connection() + "\""));
    }
}
