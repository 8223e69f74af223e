package io.tallyport.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on connections of a pool, begun again when the database asks for it. */
final class PooledTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(PooledTransactions.class);
    private static final int TRIES = 8;

    private final DataSource pool;
    private final Configuration configuration;
    /** Of this pool alone: a thread may have transactions of two databases open. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable OpenTransaction> open = new ThreadLocal<>();

    /** With a pool whose connections come with auto-commit off. */
    PooledTransactions(DataSource pool, Configuration configuration) {
        this.pool = pool;
        this.configuration = configuration;
    }

    @Override
    public <T> T inOne(Supplier<T> body) {
        OpenTransaction outer = open.get();
        return outer == null ? retried("unit of work", () -> body.get()) : outer.nested(body);
    }

    @Override
    public <T> T call(String operation, Function<DSLContext, T> body) {
        OpenTransaction outer = open.get();
        return outer == null ? retried(operation, () -> current().join(operation, body)) : outer.join(operation, body);
    }

    @Override
    public <T> T apart(String operation, Function<DSLContext, T> body) {
        OpenTransaction outer = open.get();
        open.remove();
        try {
            return call(operation, body);
        } finally {
            if (outer != null) {
                open.set(outer);
            }
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        OpenTransaction outer = open.get();
        if (outer == null) {
            OpenTransaction.quietly(action);
        } else {
            outer.afterwards(action);
        }
    }

    private OpenTransaction current() {
        OpenTransaction transaction = open.get();
        if (transaction == null) {
            throw new IllegalStateException("no transaction is open");
        }
        return transaction;
    }

    private <T> T retried(String operation, Supplier<T> body) {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return once(operation, body);
            } catch (Again again) {
                LOG.debug("{} is tried again after try {}: {}", operation, attempt, again.getMessage());
            }
        }
        try {
            return once(operation, body);
        } catch (Again last) {
            throw Failures.translated(operation, last.failure);
        }
    }

    private <T> T once(String operation, Supplier<T> body) {
        OpenTransaction transaction;
        T result;
        try (Connection connection = pool.getConnection()) {
            transaction = new OpenTransaction(connection, configuration);
            result = bodyOf(transaction, connection, body);
            commit(operation, connection);
        } catch (SQLException failure) {
            throw Failures.translated(operation, failure);
        }
        // When the connection is free again, since what is done now may want one.
        transaction.committed();
        return result;
    }

    private <T> T bodyOf(OpenTransaction transaction, Connection connection, Supplier<T> body) {
        open.set(transaction);
        boolean done = false;
        try {
            T result = body.get();
            transaction.refuseIfDoomed();
            done = true;
            return result;
        } catch (RuntimeException failure) {
            RuntimeException doom = transaction.doom();
            // Nothing was committed, so a lost connection is as good a reason for another try as a deadlock.
            if (Failures.isRetryable(doom) || Failures.isConnectionLost(doom)) {
                throw new Again(doom == null ? failure : doom);
            }
            throw failure;
        } finally {
            open.remove();
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private static void commit(String operation, Connection connection) {
        try {
            connection.commit();
        } catch (SQLException failure) {
            if (Failures.isRetryable(failure)) {
                rollBack(connection);
                throw new Again(Failures.translated(operation, failure));
            }
            throw Failures.isConnectionLost(failure)
                    ? Failures.unknownOutcome(operation, failure)
                    : Failures.translated(operation, failure);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            LOG.debug("the roll-back failed, so the connection is gone and the database rolls back by itself", failure);
        }
    }

    /** Asks for another try of the whole transaction. */
    private static final class Again extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RuntimeException failure;

        Again(RuntimeException failure) {
            super(failure.getMessage(), failure, false, false);
            this.failure = failure;
        }
    }
}
