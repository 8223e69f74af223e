package io.tallyport.core.connection;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Halts single connections and routes and lets them go on; each change is in the audit trail. */
public final class HaltDesk {

    private final Halts halts;
    private final ConnectionStore connections;
    private final RouteStore routes;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public HaltDesk(
            Halts halts,
            ConnectionStore connections,
            RouteStore routes,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.halts = halts;
        this.connections = connections;
        this.routes = routes;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * Stops all writes through a connection, those of a running apply at its next write.
     *
     * @throws IllegalArgumentException when there is no such connection
     */
    public KillSwitch.Stop stop(ConnectionId connection, String reason, String actor) {
        known(connection);
        return halt(Halted.of(connection), reason, actor);
    }

    /**
     * Lets a connection be written through again; false when it was not stopped.
     *
     * @throws IllegalArgumentException when there is no such connection
     */
    public boolean resume(ConnectionId connection, String actor) {
        known(connection);
        return lift(Halted.of(connection), actor);
    }

    /**
     * Pauses a route: no plan, apply or sync of it begins any more. One that is running goes on.
     *
     * @throws IllegalArgumentException when there is no such route
     */
    public KillSwitch.Stop pause(RouteId route, String reason, String actor) {
        known(route);
        return halt(Halted.of(route), reason, actor);
    }

    /**
     * Lets a route go on; false when it was not paused.
     *
     * @throws IllegalArgumentException when there is no such route
     */
    public boolean resume(RouteId route, String actor) {
        known(route);
        return lift(Halted.of(route), actor);
    }

    private void known(ConnectionId connection) {
        if (connections.find(connection).isEmpty()) {
            throw new IllegalArgumentException("there is no connection \"" + connection + "\"");
        }
    }

    private void known(RouteId route) {
        if (routes.find(route).isEmpty()) {
            throw new IllegalArgumentException("there is no route \"" + route + "\"");
        }
    }

    private KillSwitch.Stop halt(Halted what, String reason, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return unitOfWork.inOne(() -> {
            halts.halt(what, new KillSwitch.Stop(now, actor, reason));
            audit.record(new AuditEntry(now, actor, word(what) + " halted", what.name(), reason));
            return halts.find(what).orElseThrow();
        });
    }

    private boolean lift(Halted what, String actor) {
        return unitOfWork.inOne(() -> {
            boolean was = halts.lift(what);
            if (was) {
                audit.record(new AuditEntry(clock.instant(), actor, word(what) + " resumed", what.name(), ""));
            }
            return was;
        });
    }

    private static String word(Halted what) {
        return what.kind().name().toLowerCase(Locale.ROOT);
    }
}
