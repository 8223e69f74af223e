package io.tallyport.core.purchasing.receiving;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

class InMemoryPollMarksTest implements PollMarksContract {

    private final PollMarks marks = new InMemoryPollMarks();
    private final UnitOfWork transactions = new InMemoryUnitOfWork();

    @Override
    public PollMarks marks() {
        return marks;
    }

    @Override
    public UnitOfWork transactions() {
        return transactions;
    }
}
