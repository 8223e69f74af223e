package io.tallyport.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.h2.engine.SysProperties;

/** Opens pools of connections. */
final class Pools {

    private static final String BIND_ADDRESS = "h2.bindAddress";
    private static final String LOOPBACK = "127.0.0.1";

    /** How long a process waits for an embedded database that another is closing, or was killed with. */
    private static final Duration HAND_OVER = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

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
        Connection first = reached(settings);
        HikariDataSource pool = new HikariDataSource(config(settings, offset));
        try {
            // An embedded database is closed with its last connection, and takes its time: the first is kept till the
            // next.
            pool.getConnection().close();
            first.close();
            return pool;
        } catch (SQLException failure) {
            pool.close();
            throw unreachable(settings, failure);
        }
    }

    private static HikariConfig config(DatabaseSettings settings, String offset) {
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
        // Hikari knows a dead connection by standard codes; H2 has its own for a process that took its file along.
        config.setExceptionOverride(new EvictLost());
        return config;
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

    private static final class EvictLost implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return Failures.isConnectionLost(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }

    private static Connection reached(DatabaseSettings settings) {
        long patience = System.nanoTime() + HAND_OVER.toNanos();
        Optional<Connection> connection = connection(settings, true);
        while (connection.isEmpty()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            connection = connection(settings, patience - System.nanoTime() > 0);
        }
        return connection.get();
    }

    /** Empty when another look may help. */
    private static Optional<Connection> connection(DatabaseSettings settings, boolean isPatient) {
        try {
            return Optional.of(DriverManager.getConnection(settings.url(), settings.user(), settings.password()));
        } catch (SQLException failure) {
            if (isPatient && Failures.isHandOver(failure)) {
                return Optional.empty();
            }
            throw unreachable(settings, failure);
        }
    }

    private static PortException unreachable(DatabaseSettings settings, SQLException failure) {
        PortException translated = Failures.translated("open database", failure);
        return translated.kind() == PortException.Kind.AUTHENTICATION
                ? translated
                : new PortException.Transient(
                        FailureContext.of("open database").withCode(Failures.UNREACHABLE),
                        "no database answers at " + settings.shownUrl() + " (" + reason(failure, settings) + ")",
                        failure);
    }

    /** The driver's words without the password, which some drivers repeat with the URL. */
    private static String reason(SQLException failure, DatabaseSettings settings) {
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        String bare = text.replace(settings.url(), settings.shownUrl());
        return settings.password().isEmpty() ? bare : bare.replace(settings.password(), "********");
    }
}
