package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import java.util.Optional;

/** Keeps what locations each connection listed last, in its order. Joins the caller's unit of work; thread-safe. */
public interface LocationStore {

    Optional<KnownLocations> find(ConnectionId connection);

    /** Puts a list in place of the one before. */
    void put(ConnectionId connection, KnownLocations known);

    /** Forgets the list, so that the platform is asked again. */
    void forget(ConnectionId connection);
}
