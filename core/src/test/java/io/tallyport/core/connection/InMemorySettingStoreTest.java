package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemorySettingStoreTest implements SettingStoreContract {

    private final SettingStore store = new InMemorySettingStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public SettingStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
