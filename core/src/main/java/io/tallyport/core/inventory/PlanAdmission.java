package io.tallyport.core.inventory;

import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.RunState;
import java.time.Clock;
import java.util.Optional;

/** Says whether a plan may still be applied: nobody has to look at it, it is not too old, and its route is as it was. */
final class PlanAdmission {

    private static final String OPERATION = "apply plan";

    private final RouteStore routes;
    private final Clock clock;

    PlanAdmission(RouteStore routes, Clock clock) {
        this.routes = routes;
        this.clock = clock;
    }

    /** Refuses a plan that waits for a person or has expired before it was begun. */
    void admit(PlanVault.Checked checked) {
        PlanRecord known = checked.record();
        if (known.state() == PlanState.HELD) {
            throw PlanErrors.rejected(
                    OPERATION, PlanErrors.HELD, String.join("; ", checked.plan().heldBecause()));
        }
        if (known.state() == PlanState.READY && isExpired(known)) {
            throw PlanErrors.rejected(OPERATION, PlanErrors.EXPIRED, "it expired at " + known.expires());
        }
    }

    boolean isExpired(PlanRecord plan) {
        return !clock.instant().isBefore(plan.expires());
    }

    /** The route that the plan was made for, if it still is what it was then. */
    Route route(PlanHeader plan) {
        Optional<Route> route = routes.find(plan.route());
        // An undo takes its rules from the route and leads to where the figures were, wherever the route leads by now.
        boolean same = route.map(now -> plan.origin().isUndo()
                        || (now.source().equals(plan.source())
                                && now.target().equals(plan.target())
                                && now.policy().merge() == plan.policy().merge()
                                && now.policy().webOrders() == plan.policy().webOrders()
                                && now.policy().scope().equals(plan.policy().scope())))
                .orElse(false);
        if (!same) {
            throw PlanErrors.rejected(
                    OPERATION,
                    PlanErrors.ALTERED,
                    "route \"" + plan.route() + "\" has been removed or changed since the plan was made");
        }
        return route.orElseThrow();
    }

    /** Why a plan that was begun in time goes no further. */
    static ApplyStop expired(PlanVault.Checked checked) {
        return new ApplyStop(
                RunState.PARTIAL,
                Reason.STOPPED,
                "the plan expired at " + checked.record().expires() + "; what was open has been settled, make a new"
                        + " plan for the rest");
    }
}
