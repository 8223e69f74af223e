package io.tallyport.core.inventory;

import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.RouteId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps syncs away from what is being undone: the next one would set again what has been set back. */
final class PausedRoutes {

    private final Halts halts;
    private final RouteStore routes;
    private final RouteCursors cursors;
    private final AuditTrail audit;
    private final Clock clock;

    PausedRoutes(Halts halts, RouteStore routes, RouteCursors cursors, AuditTrail audit, Clock clock) {
        this.halts = halts;
        this.routes = routes;
        this.cursors = cursors;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses a route that is paused. */
    void check(RouteId route, String operation) {
        Optional<KillSwitch.Stop> paused = halts.find(Halted.of(route));
        paused.ifPresent(stop -> {
            throw PlanErrors.rejected(
                    operation,
                    PlanErrors.PAUSED,
                    "route \"" + route + "\" was paused by " + stop.actor() + " at "
                            + stop.at().truncatedTo(ChronoUnit.SECONDS) + ": " + stop.reason());
        });
    }

    /** Pauses what would write over an undo; joins the unit of work that is open. */
    void pause(PlanHeader undo, String actor) {
        pause(undo.origin(), undo.route(), undo.target(), actor);
    }

    void pause(PlanOrigin origin, RouteId route, LocationRef location, String actor) {
        boolean rollback = origin.kind() == PlanOrigin.Kind.ROLLBACK;
        String reason = (rollback ? "rollback of run " : "restore of backup ") + origin.of();
        List<RouteId> paused = rollback ? List.of(route) : touching(location);
        paused.forEach(each -> pause(each, reason, actor));
    }

    /** A backup holds a whole location, so every route that ends there waits. */
    private List<RouteId> touching(LocationRef location) {
        return routes.all().stream()
                .filter(route ->
                        route.source().equals(location) || route.target().equals(location))
                .map(Route::id)
                .toList();
    }

    private void pause(RouteId route, String reason, String actor) {
        cursors.find(route).ifPresent(cursor -> cursors.move(route, cursor.afterUndo()));
        if (halts.find(Halted.of(route)).isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            halts.halt(Halted.of(route), new KillSwitch.Stop(now, actor, reason));
            audit.record(new AuditEntry(now, actor, "route halted", route.value(), reason));
        }
    }
}
