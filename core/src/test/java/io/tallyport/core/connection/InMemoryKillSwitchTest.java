package io.tallyport.core.connection;

final class InMemoryKillSwitchTest implements KillSwitchContract {

    private final KillSwitch store = new InMemoryKillSwitch();

    @Override
    public KillSwitch subject() {
        return store;
    }
}
