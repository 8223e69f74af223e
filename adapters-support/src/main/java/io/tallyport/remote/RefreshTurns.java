package io.tallyport.remote;

import io.tallyport.core.connection.AuthorizationErrors;
import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one at a time renew the tokens of one connection: a lock among the threads of this process, a lease among
 * processes and hosts. Whoever waits looks into the store meanwhile, and goes on as soon as somebody else has done the
 * work. Thread-safe.
 */
final class RefreshTurns {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ConnectionId connection;
    private final Leases leases;
    private final Duration length;
    private final Clock clock;
    private final Sleeper sleeper;
    private final ReentrantLock here = new ReentrantLock();
    private final String self = "refresh " + UUID.randomUUID();

    /**
     * Turns of a connection.
     *
     * @param length longer than a renewal can take with all its tries
     */
    RefreshTurns(ConnectionId connection, Leases leases, Duration length, Clock clock, Sleeper sleeper) {
        this.connection = connection;
        this.leases = leases;
        this.length = length;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * What somebody else made meanwhile, else what {@code work} makes while nobody else does it.
     *
     * @param made looks whether it is there
     * @throws PortException.Transient when somebody else holds the turn for longer than a renewal can take
     */
    TokenRecord take(Supplier<Optional<TokenRecord>> made, Supplier<TokenRecord> work) {
        try {
            here.lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            Instant patience = clock.instant().plus(length);
            while (true) {
                Optional<TokenRecord> there = made.get();
                if (there.isPresent()) {
                    return there.get();
                }
                Optional<Lease> turn = leases.acquire(AuthorizeConnection.leaseName(connection), self, length);
                if (turn.isPresent()) {
                    return inTurn(turn.get(), made, work);
                }
                waitUntil(patience);
            }
        } finally {
            here.unlock();
        }
    }

    private TokenRecord inTurn(Lease turn, Supplier<Optional<TokenRecord>> made, Supplier<TokenRecord> work) {
        try {
            return made.get().orElseGet(work);
        } finally {
            leases.release(turn);
        }
    }

    private void waitUntil(Instant patience) {
        if (clock.instant().isAfter(patience)) {
            throw new PortException.Transient(
                    context(), "somebody else has been renewing them for " + length.toSeconds() + " seconds", null);
        }
        try {
            sleeper.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private PortException interrupted() {
        Thread.currentThread().interrupt();
        return new PortException.Transient(context(), "interrupted while waiting for new tokens", null);
    }

    private FailureContext context() {
        return FailureContext.of("token.refresh").on(connection).withCode(AuthorizationErrors.BUSY);
    }
}
