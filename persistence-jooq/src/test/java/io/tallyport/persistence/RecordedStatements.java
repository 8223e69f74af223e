package io.tallyport.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A connection that notes the statements which are prepared on it, with the values bound to them. */
final class RecordedStatements {

    private RecordedStatements() {}

    /** A statement as it was sent; the values by their place. */
    record Sent(String sql, Map<Integer, Object> values) {

        /** The server's plan for it, a line for each step, as {@code name=value} pairs. */
        List<String> explained(Connection connection) throws SQLException {
            List<String> steps = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
                for (Map.Entry<Integer, Object> value : values.entrySet()) {
                    statement.setObject(value.getKey(), value.getValue());
                }
                try (ResultSet rows = statement.executeQuery()) {
                    ResultSetMetaData columns = rows.getMetaData();
                    while (rows.next()) {
                        StringBuilder step = new StringBuilder();
                        for (int i = 1; i <= columns.getColumnCount(); i++) {
                            step.append(columns.getColumnLabel(i))
                                    .append('=')
                                    .append(rows.getString(i))
                                    .append(' ');
                        }
                        steps.add(step.toString());
                    }
                }
            }
            return steps;
        }
    }

    static Connection of(Connection connection, List<Sent> sent) {
        return proxy(Connection.class, connection, (name, args, answer) -> {
            if (name.equals("prepareStatement")) {
                Sent one = new Sent((String) args[0], new TreeMap<>());
                sent.add(one);
                return statement((PreparedStatement) answer, one);
            }
            return answer;
        });
    }

    private static PreparedStatement statement(PreparedStatement statement, Sent sent) {
        return proxy(PreparedStatement.class, statement, (name, args, answer) -> {
            if (name.startsWith("set") && args != null && args.length >= 2 && args[0] instanceof Integer place) {
                sent.values().put(place, name.equals("setNull") ? null : args[1]);
            }
            return answer;
        });
    }

    private interface Listener {
        Object heard(String name, Object[] args, Object answer);
    }

    private static <T> T proxy(Class<T> type, T real, Listener listener) {
        InvocationHandler handler = (proxy, method, args) -> {
            try {
                return listener.heard(method.getName(), args, method.invoke(real, args));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
