package io.tallyport.core.inventory;

import io.tallyport.core.intent.InMemoryIntentJournal;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryPreImageStoreTest implements PreImageStoreContract {

    private final IntentJournal intents = new InMemoryIntentJournal();
    private final PreImageStore store = new InMemoryPreImageStore(intents);
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public PreImageStore subject() {
        return store;
    }

    @Override
    public IntentJournal intents() {
        return intents;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
