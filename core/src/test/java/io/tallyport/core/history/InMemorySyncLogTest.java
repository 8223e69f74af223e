package io.tallyport.core.history;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemorySyncLogTest implements SyncLogContract {

    private final SyncLog store = new InMemorySyncLog();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public SyncLog subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
