package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import java.util.List;
import java.util.Optional;

/** Keeps connections. Joins the caller's unit of work; thread-safe. */
public interface ConnectionStore {

    /** Adds it, or replaces the one with the same id. */
    void save(Connection connection);

    Optional<Connection> find(ConnectionId id);

    /** All of them, by id. */
    List<Connection> all();

    /** False when there was none. */
    boolean remove(ConnectionId id);
}
