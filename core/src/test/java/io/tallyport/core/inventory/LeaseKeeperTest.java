package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.InMemoryLeases;
import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {

    private static final Duration OVER = LeaseKeeper.LENGTH.plusSeconds(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final InMemoryLeases leases = new InMemoryLeases(clock);
    private final AtomicLong nanos = new AtomicLong();

    private void pass(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aLeaseThatEndedAndThatNobodyTookIsRenewedBeforeTheNextWrite() {
        try (LeaseKeeper keeper = LeaseKeeper.acquire(leases, "apply", "one", nanos::get)) {
            pass(OVER);
            assertThat(keeper.isLost()).isFalse();
            assertThat(leases.acquire("apply", "two", LeaseKeeper.LENGTH)).isEmpty();
        }
    }

    @Test
    void aLeaseThatSomebodyElseTookIsNoticedBeforeTheNextWrite() {
        try (LeaseKeeper keeper = LeaseKeeper.acquire(leases, "apply", "one", nanos::get)) {
            pass(OVER);
            assertThat(leases.acquire("apply", "two", LeaseKeeper.LENGTH)).isPresent();
            assertThatThrownBy(keeper::check).isInstanceOf(ApplyStop.class);
        }
    }

    @Test
    void aLeaseThatCannotBeRenewedInItsTimeCountsAsLost() {
        Leases broken = new Leases() {
            @Override
            public Optional<Lease> acquire(String name, String holder, Duration length) {
                return leases.acquire(name, holder, length);
            }

            @Override
            public Optional<Lease> renew(Lease lease, Duration length) {
                throw new IllegalStateException("the pool is closed");
            }

            @Override
            public void release(Lease lease) {
                leases.release(lease);
            }

            @Override
            public Optional<Lease> current(String name) {
                return leases.current(name);
            }
        };
        try (LeaseKeeper keeper = LeaseKeeper.acquire(broken, "apply", "one", nanos::get)) {
            assertThat(keeper.isLost()).isFalse();
            pass(OVER);
            assertThat(keeper.isLost()).isTrue();
        }
    }
}
