package io.tallyport.core.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Leases in memory, by the clock given. */
public final class InMemoryLeases implements Leases {

    private static final String NOBODY = "";

    private final Clock clock;
    private final InMemoryTable<String, Lease> leases = new InMemoryTable<>();

    public InMemoryLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Lease> acquire(String name, String holder, Duration length) {
        if (current(name).isPresent()) {
            return Optional.empty();
        }
        long token = leases.get(name).map(Lease::token).orElse(0L) + 1;
        return Optional.of(put(name, holder, token, now().plus(length)));
    }

    @Override
    public synchronized Optional<Lease> renew(Lease lease, Duration length) {
        return isStill(lease)
                ? Optional.of(put(lease.name(), lease.holder(), lease.token(), now().plus(length)))
                : Optional.empty();
    }

    @Override
    public synchronized void release(Lease lease) {
        if (isStill(lease)) {
            put(lease.name(), NOBODY, lease.token(), now());
        }
    }

    @Override
    public Optional<Lease> current(String name) {
        return leases.get(name).filter(lease -> lease.until().isAfter(now()));
    }

    private boolean isStill(Lease lease) {
        return leases.get(lease.name())
                .filter(now -> now.token() == lease.token() && now.holder().equals(lease.holder()))
                .isPresent();
    }

    private Lease put(String name, String holder, long token, Instant until) {
        Lease lease = new Lease(name, holder, token, until);
        leases.put(name, lease);
        return lease;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
