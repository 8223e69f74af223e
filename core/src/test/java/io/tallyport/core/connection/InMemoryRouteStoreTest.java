package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryRouteStoreTest implements RouteStoreContract {

    private final RouteStore store = new InMemoryRouteStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public RouteStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
