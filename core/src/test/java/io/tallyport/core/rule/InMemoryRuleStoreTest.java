package io.tallyport.core.rule;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryRuleStoreTest implements RuleStoreContract {

    private final RuleStore store = new InMemoryRuleStore();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public RuleStore subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
