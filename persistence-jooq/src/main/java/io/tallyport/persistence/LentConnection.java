package io.tallyport.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is lent to others in the middle of a transaction: its statements are theirs, its end is not. Otherwise one
 * {@code try (connection)} of theirs would give half a transaction back to the pool.
 */
final class LentConnection implements InvocationHandler {

    private static final Set<String> NOT_THEIRS =
            Set.of("close", "commit", "abort", "setAutoCommit", "setTransactionIsolation", "setReadOnly", "unwrap");

    private final Connection lent;

    private LentConnection(Connection lent) {
        this.lent = lent;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LentConnection(connection));
    }

    @Override
    @SuppressWarnings("NullAway") // What JDBC takes and answers may be null.
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        boolean wholeRollback = method.getName().equals("rollback") && args == null;
        if (wholeRollback || NOT_THEIRS.contains(method.getName())) {
            throw new IllegalStateException(
                    method.getName() + " is not for who was lent this connection: its transaction is"
                            + " Tallyport's unit of work, which ends by itself");
        }
        try {
            return method.invoke(lent, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
