package io.tallyport.remote;

import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectionTokens;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.kernel.InMemoryLeases;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import java.time.Clock;

/** Credentials in memory, for an adapter's tests. */
public final class TestCredentials {

    private TestCredentials() {}

    /** For connections whose tokens stay as they are. */
    public static Credentials of(SecretStore secrets, Clock clock) {
        return of(secrets, new InMemoryConnectionStore(), clock);
    }

    /** For connections of a store. */
    public static Credentials of(SecretStore secrets, ConnectionStore connections, Clock clock) {
        return new Credentials(
                secrets,
                new ConnectionTokens(connections, secrets, new InMemoryUnitOfWork()),
                new InMemoryLeases(clock));
    }
}
