package io.tallyport.core.catalog;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryMappingStoreTest implements MappingStoreContract {

    private final MappingStore store = new InMemoryMappingStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public MappingStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
