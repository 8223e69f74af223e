package io.tallyport.core.intent;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryIntentJournalTest implements IntentJournalContract {

    private final IntentJournal store = new InMemoryIntentJournal();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public IntentJournal subject() {
        return store;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
