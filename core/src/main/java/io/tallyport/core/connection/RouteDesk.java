package io.tallyport.core.connection;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
     *     another route writes the same SKUs into the same location as the truth, or merges would go round in a circle
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
            Route old = routes.find(route.id())
                    .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + route.id() + "\""));
            if (old.policy().merge() != route.policy().merge()) {
                throw new IllegalArgumentException("a route keeps its policy, since what one has written is news to"
                        + " another: remove \"" + route.id() + "\" and add it anew");
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
        List<Route> others = routes.all().stream()
                .filter(other -> !other.id().equals(route.id())
                        && !other.policy().scope().isDisjointFrom(route.policy().scope()))
                .toList();
        if (route.policy().merge() == MergePolicy.MERGE_DELTAS && isConnected(route, others)) {
            throw new IllegalArgumentException("merges between " + route.source() + " and " + route.target()
                    + " exist already, directly or over other locations: each sale would go round in a circle; give the"
                    + " routes SKU prefixes that do not overlap");
        }
        for (Route other : others) {
            if (collides(route, other)) {
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
                route.source() + " to " + route.target() + ", " + route.policy().merge() + ", "
                        + route.policy().webOrders()));
        return route;
    }

    /** Whether one of them writes as the truth where the other writes, too. */
    private static boolean collides(Route one, Route other) {
        boolean oneWins = one.policy().merge() == MergePolicy.SOURCE_WINS;
        boolean otherWins = other.policy().merge() == MergePolicy.SOURCE_WINS;
        return (oneWins && isWritten(one.target(), other)) || (otherWins && isWritten(other.target(), one));
    }

    private static boolean isWritten(LocationRef location, Route route) {
        boolean merges = route.policy().merge() == MergePolicy.MERGE_DELTAS;
        return location.equals(route.target()) || (merges && location.equals(route.source()));
    }

    /** Whether merges lead from one of the route's ends to the other already. */
    private static boolean isConnected(Route route, List<Route> others) {
        Set<LocationRef> reached = new HashSet<>(Set.of(route.source()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Route other : others) {
                boolean merges = other.policy().merge() == MergePolicy.MERGE_DELTAS;
                if (merges && (reached.contains(other.source()) || reached.contains(other.target()))) {
                    grew |= reached.addAll(Set.of(other.source(), other.target()));
                }
            }
        }
        return reached.contains(route.target());
    }

    private Environment environment(LocationRef end) {
        return connections
                .find(end.connection())
                .map(Connection::environment)
                .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + end.connection() + "\""));
    }
}
