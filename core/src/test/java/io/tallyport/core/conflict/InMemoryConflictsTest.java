package io.tallyport.core.conflict;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryConflictsTest implements ConflictsContract {

    private final InMemoryConflicts store = new InMemoryConflicts();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public ConflictStore subject() {
        return store;
    }

    @Override
    public ConflictInbox inbox() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
