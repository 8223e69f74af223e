package io.tallyport.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.DSLContext;

/**
 * The transaction that a caller has opened on a connection of its own: units of work are savepoints in it, and whether
 * anything of it stays is the caller's commit. Nothing is tried again. As little thread-safe as the connection.
 */
final class CallerTransactions implements Transactions {

    private final OpenTransaction transaction;

    CallerTransactions(Connection connection, Configuration configuration) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException("auto-commit is on: without a transaction there is none to join");
            }
        } catch (SQLException failure) {
            throw Failures.translated("join transaction", failure);
        }
        this.transaction = new OpenTransaction(connection, configuration);
    }

    @Override
    public <T> T inOne(Supplier<T> body) {
        return transaction.nested(body);
    }

    @Override
    public <T> T call(String operation, Function<DSLContext, T> body) {
        return transaction.join(operation, body);
    }

    /** There is no other connection, so this is part of the caller's transaction too. */
    @Override
    public <T> T apart(String operation, Function<DSLContext, T> body) {
        return transaction.join(operation, body);
    }
}
