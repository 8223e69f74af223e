package io.tallyport.core.intent;

final class InMemoryUnsettledIntentsTest implements UnsettledIntentsContract {

    private final InMemoryIntentJournal journal = new InMemoryIntentJournal();

    @Override
    public UnsettledIntents subject() {
        return journal;
    }

    @Override
    public IntentJournal intents() {
        return journal;
    }
}
