package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryHaltsTest implements HaltsContract {

    private final Halts store = new InMemoryHalts();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public Halts subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
