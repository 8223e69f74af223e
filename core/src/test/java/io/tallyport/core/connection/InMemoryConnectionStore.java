package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.InMemoryTable;
import java.util.List;
import java.util.Optional;

/** Connections in memory. */
public final class InMemoryConnectionStore implements ConnectionStore {

    private final InMemoryTable<ConnectionId, Connection> connections = new InMemoryTable<>();

    @Override
    public void save(Connection connection) {
        connections.put(connection.id(), connection);
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return connections.get(id);
    }

    @Override
    public List<Connection> all() {
        return connections.values();
    }

    @Override
    public boolean remove(ConnectionId id) {
        return connections.remove(id);
    }
}
