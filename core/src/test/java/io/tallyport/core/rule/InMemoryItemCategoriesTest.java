package io.tallyport.core.rule;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryItemCategoriesTest implements ItemCategoriesContract {

    private final ItemCategories store = new InMemoryItemCategories();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public ItemCategories subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
