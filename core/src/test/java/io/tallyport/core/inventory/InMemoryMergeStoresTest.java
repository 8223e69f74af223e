package io.tallyport.core.inventory;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

class InMemoryMergeStoresTest implements MergeLevelsContract, OpenWritesContract {

    private final MergeLevels levels = new InMemoryMergeLevels();
    private final OpenWrites open = new InMemoryOpenWrites();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public MergeLevels mergeLevels() {
        return levels;
    }

    @Override
    public OpenWrites openWrites() {
        return open;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
