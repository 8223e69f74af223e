package io.tallyport.docs.embedding;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.runtime.OwnTables;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tables that stand in another database than Tallyport's: each work is a transaction of its own, and Tallyport's transactions neither
 * hold it back nor take it back.
 */
public final class OwnDatabase implements OwnTables {

    private final Connections connections;

    public OwnDatabase(Connections connections) {
        this.connections = connections;
    }

    /** Opens connections, such as those of a pool. */
    @FunctionalInterface
    public interface Connections {

        /** A connection, which is closed after use. */
        Connection open() throws SQLException;
    }

    @Override
    public <T> T call(String operation, Work<T> work) {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException failed) {
            // Whoever calls begins again some time later, and looks first how things stand: also where the commit had
            // come through.
            throw new PortException.Transient(FailureContext.of(operation), "the shop's database failed", failed);
        }
    }
}
