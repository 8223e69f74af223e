package io.tallyport.core.history;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryRunStoreTest implements RunStoreContract {

    private final RunStore store = new InMemoryRunStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public RunStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
