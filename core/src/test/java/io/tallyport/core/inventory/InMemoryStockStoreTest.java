package io.tallyport.core.inventory;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryStockStoreTest implements StockStoreContract {

    private final StockStore store = new InMemoryStockStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public StockStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
