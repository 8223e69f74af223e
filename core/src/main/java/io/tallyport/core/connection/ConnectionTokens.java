package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.UnitOfWork;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The changing tokens of connections: what belongs to one connection is one secret, so that a pair of tokens is never
 * torn, and is read from the store each time, so that a change by another process counts at once. What stands in the
 * secret is the adapters' affair. Thread-safe.
 */
public final class ConnectionTokens {

    /** The purpose under which a connection keeps them. */
    public static final String PURPOSE = "tokens";

    private final ConnectionStore connections;
    private final SecretStore secrets;
    private final UnitOfWork unitOfWork;

    public ConnectionTokens(ConnectionStore connections, SecretStore secrets, UnitOfWork unitOfWork) {
        this.connections = connections;
        this.secrets = secrets;
        this.unitOfWork = unitOfWork;
    }

    /** What is stored; empty when there is no such connection or it has none yet. */
    public Optional<Secret> find(ConnectionId id) {
        return connections.find(id).flatMap(this::of);
    }

    /**
     * Puts {@code fresh} in the place of {@code expected}, which is empty for the first.
     *
     * @return false, and nothing stored, when something else stands there by now or the connection is gone
     */
    public boolean replace(ConnectionId id, Optional<Secret> expected, Secret fresh) {
        return unitOfWork.inOne(() -> {
            Optional<Connection> connection = connections.find(id);
            if (connection.isEmpty() || !connection.flatMap(this::of).equals(expected)) {
                return false;
            }
            store(connection.get(), fresh);
            return true;
        });
    }

    /**
     * Stores {@code fresh}, whatever was there.
     *
     * @return false when the connection is gone
     */
    public boolean put(ConnectionId id, Secret fresh) {
        return unitOfWork.inOne(() -> {
            Optional<Connection> connection = connections.find(id);
            connection.ifPresent(there -> store(there, fresh));
            return connection.isPresent();
        });
    }

    private Optional<Secret> of(Connection connection) {
        return Optional.ofNullable(connection.secrets().get(PURPOSE)).flatMap(secrets::reveal);
    }

    private void store(Connection connection, Secret fresh) {
        SecretHandle known = connection.secrets().get(PURPOSE);
        if (known == null || !secrets.replace(known, fresh)) {
            Map<String, SecretHandle> handles = new HashMap<>(connection.secrets());
            handles.put(PURPOSE, secrets.store(connection.id() + " " + PURPOSE, fresh));
            connections.save(connection.withSecrets(handles));
        }
    }
}
