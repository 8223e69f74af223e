package io.tallyport.core.history;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryAuditTrailTest implements AuditTrailContract {

    private final AuditTrail store = new InMemoryAuditTrail();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public AuditTrail subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
