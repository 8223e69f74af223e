package io.tallyport.core.kernel;

import java.time.Duration;
import java.util.Optional;

/**
 * Leases over everything that uses one database, timed by one clock for all of them.
 *
 * <p>Exactly one of several who ask at once gets a lease. All methods are atomic and thread-safe.
 */
public interface Leases {

    /** The lease when it was free or had ended; empty while somebody else holds it. */
    Optional<Lease> acquire(String name, String holder, Duration length);

    /** A longer lease, or empty when it has been lost to somebody else. An ended lease nobody took is renewed. */
    Optional<Lease> renew(Lease lease, Duration length);

    /** Gives it back; nothing happens when it has been lost already. */
    void release(Lease lease);

    /** Who holds the lease now. */
    Optional<Lease> current(String name);
}
