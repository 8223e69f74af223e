package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryLocationStoreTest implements LocationStoreContract {

    private final LocationStore store = new InMemoryLocationStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public LocationStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
