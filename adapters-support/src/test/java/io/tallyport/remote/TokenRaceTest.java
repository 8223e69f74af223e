package io.tallyport.remote;

import static io.tallyport.remote.TokenRig.HOUR;
import static io.tallyport.remote.TokenRig.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.InMemoryLeases;
import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many who want a new token at once. */
class TokenRaceTest {

    private static final int THREADS = 20;

    private final TokenRig rig = new TokenRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Tells when somebody asked for a lease in vain. */
    private record Watched(Leases real, CountDownLatch refused) implements Leases {

        @Override
        public Optional<Lease> acquire(String name, String holder, Duration length) {
            Optional<Lease> lease = real.acquire(name, holder, length);
            if (lease.isEmpty()) {
                refused.countDown();
            }
            return lease;
        }

        @Override
        public Optional<Lease> renew(Lease lease, Duration length) {
            return real.renew(lease, length);
        }

        @Override
        public void release(Lease lease) {
            real.release(lease);
        }

        @Override
        public Optional<Lease> current(String name) {
            return real.current(name);
        }
    }

    @Test
    void twentyThreadsAndTwoProcessesOverOneStoreRefreshOnce() {
        rig.clock = Clock.systemUTC();
        rig.sleeper = Sleeper.real();
        CountDownLatch otherProcessWaits = new CountDownLatch(1);
        rig.leases = new Watched(new InMemoryLeases(rig.clock), otherProcessWaits);
        rig.put(rig.record(1, rig.clock.instant().minus(HOUR), null));
        rig.server.then(exchange -> {
            await(otherProcessWaits);
            TokenRig.give(exchange, pair(2));
        });
        Tokens one = rig.tokens();
        Tokens two = rig.tokens();

        List<Secret> got = Racers.race(
                THREADS,
                number -> (number % 2 == 0 ? one : two)
                        .provider(rig.connection(), rig.options(AuthWay.OAUTH), rig.grant())
                        .token());

        assertThat(got).hasSize(THREADS).containsOnly(new Secret("access-2"));
        assertThat(rig.server.asked()).hasSize(1);
        assertThat(rig.leases.current("token:till")).isEmpty();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IOException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Test
    void whoeverWaitsTakesWhatTheOtherProcessStored() {
        rig.put(rig.record(1, rig.hand.instant().minus(HOUR), null));
        rig.leases.acquire(AuthorizeConnection.leaseName(TokenRig.TILL), "another process", HOUR);
        rig.hand.whileAsleep(() -> rig.put(rig.record(2, rig.hand.instant(), null)));

        assertThat(rig.provider(rig.grant()).token()).isEqualTo(new Secret("access-2"));

        assertThat(rig.server.asked()).isEmpty();
    }

    @Test
    void aProcessThatDiedWhileItHadTheTurnHoldsNobodyUpForEver() {
        rig.put(rig.record(1, rig.hand.instant().minus(HOUR), null));
        rig.leases.acquire(AuthorizeConnection.leaseName(TokenRig.TILL), "dead process", Duration.ofMinutes(2));
        rig.server.then(200, pair(2));

        assertThat(rig.provider(rig.grant()).token()).isEqualTo(new Secret("access-2"));
    }

    @Test
    void aTurnThatNeverEndsIsTransient() {
        rig.put(rig.record(1, rig.hand.instant().minus(HOUR), null));
        rig.leases.acquire(AuthorizeConnection.leaseName(TokenRig.TILL), "another process", Duration.ofDays(1));

        PortException failure = catchThrowableOfType(
                PortException.class, () -> rig.provider(rig.grant()).token());

        assertThat(failure.kind()).isEqualTo(PortException.Kind.TRANSIENT);
        assertThat(failure.describe()).contains("TP046");
    }
}
