package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryRejectionStoreTest implements RejectionStoreContract {

    private final RejectionStore store = new InMemoryRejectionStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public RejectionStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
