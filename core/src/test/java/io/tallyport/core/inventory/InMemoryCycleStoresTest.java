package io.tallyport.core.inventory;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryCycleStoresTest implements CycleStoresContract {

    private final InMemoryCycleStores stores = new InMemoryCycleStores();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public RouteCursors cursors() {
        return stores;
    }

    @Override
    public DueRows due() {
        return stores;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
