package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.RouteId;
import java.util.List;
import java.util.Optional;

/** Routes in memory. */
public final class InMemoryRouteStore implements RouteStore {

    private final InMemoryTable<RouteId, Route> routes = new InMemoryTable<>();

    @Override
    public void save(Route route) {
        routes.put(route.id(), route);
    }

    @Override
    public Optional<Route> find(RouteId id) {
        return routes.get(id);
    }

    @Override
    public List<Route> all() {
        return routes.values();
    }

    @Override
    public boolean remove(RouteId id) {
        return routes.remove(id);
    }
}
