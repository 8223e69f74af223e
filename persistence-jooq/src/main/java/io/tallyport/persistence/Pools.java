package io.tallyport.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SysProperties;

/** Opens pools of connections. */
final class Pools {

    private static final String BIND_ADDRESS = "h2.bindAddress";
    private static final String LOOPBACK = "127.0.0.1";

    private Pools() {}

    /**
     * A pool whose connections have auto-commit off, READ COMMITTED, and their session's time zone at {@code offset}.
     *
     * @throws PortException.Transient when the database does not answer, without user and password in the text
     */
    static HikariDataSource open(DatabaseSettings settings, String offset) {
        if (settings.dialect() == Dialect.H2) {
            listenOnLoopbackOnly();
        }
        checkReachable(settings);
        HikariConfig config = new HikariConfig();
        config.setPoolName("tallyport");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(settings.dialect().sessionSetup(offset));
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /**
     * H2 shares a file among processes over a socket, which listens on every interface unless it is told otherwise
     * before its first class is loaded.
     */
    private static void listenOnLoopbackOnly() {
        if (System.getProperty(BIND_ADDRESS) == null) {
            System.setProperty(BIND_ADDRESS, LOOPBACK);
        }
        if (!LOOPBACK.equals(SysProperties.BIND_ADDRESS)) {
            throw new IllegalStateException("H2 was loaded before it was told to listen on " + LOOPBACK
                    + " only; start the JVM with -D" + BIND_ADDRESS + "=" + LOOPBACK);
        }
    }

    private static void checkReachable(DatabaseSettings settings) {
        try (Connection connection =
                DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            connection.isValid(0);
        } catch (SQLException failure) {
            PortException translated = Failures.translated("open database", failure);
            if (translated.kind() == PortException.Kind.AUTHENTICATION) {
                throw translated;
            }
            throw new PortException.Transient(
                    FailureContext.of("open database").withCode(Failures.UNREACHABLE),
                    "no database answers at " + settings.shownUrl() + " (" + reason(failure, settings) + ")",
                    failure);
        }
    }

    /** The driver's words without the password, which some drivers repeat with the URL. */
    private static String reason(SQLException failure, DatabaseSettings settings) {
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        String bare = text.replace(settings.url(), settings.shownUrl());
        return settings.password().isEmpty() ? bare : bare.replace(settings.password(), "********");
    }
}
