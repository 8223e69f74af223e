package io.tallyport.core.inventory;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryPlanStoreTest implements PlanStoreContract {

    private final PlanStore store = new InMemoryPlanStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public PlanStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
