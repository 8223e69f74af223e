package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryConnectionStoreTest implements ConnectionStoreContract {

    private final ConnectionStore store = new InMemoryConnectionStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public ConnectionStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
