package io.tallyport.core.connection;

import io.tallyport.core.kernel.RouteId;

/**
 * A way for stock to travel: from one location to another under a policy.
 *
 * @param enabled whether it takes part when all routes are synced
 */
public record Route(RouteId id, LocationRef source, LocationRef target, RoutePolicy policy, boolean enabled) {

    public Route {
        if (source.equals(target)) {
            throw new IllegalArgumentException("route \"" + id + "\" leads from a location to itself");
        }
    }

    public Route withPolicy(RoutePolicy other) {
        return new Route(id, source, target, other, enabled);
    }

    public Route withEnabled(boolean on) {
        return new Route(id, source, target, policy, on);
    }
}
