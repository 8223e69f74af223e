package io.tallyport.core.kernel;

final class InMemoryLeasesTest implements LeasesContract {

    private final SettableClock clock = new SettableClock(START);
    private final Leases leases = new InMemoryLeases(clock);

    @Override
    public Leases subject() {
        return leases;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
