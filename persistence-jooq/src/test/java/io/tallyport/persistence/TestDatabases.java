package io.tallyport.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Makes fresh, migrated databases for tests, whose sessions live at -08:00 to catch every time that is not UTC. */
public final class TestDatabases {

    private static final int POOL_SIZE = 12;

    private TestDatabases() {}

    /** An H2 database of its own in memory. */
    public static TestDatabase h2() {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + DatabaseSettings.H2_FLAGS,
                "sa",
                "",
                POOL_SIZE);
        return new TestDatabase(settings, () -> {});
    }

    /** A schema of its own on the MariaDB server of this build. */
    public static TestDatabase mariadb() {
        MariaServer server = MariaServer.shared();
        String schema = "tallyport_test_" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "CREATE DATABASE " + schema);
        DatabaseSettings settings = DatabaseSettings.mariadb(server.url(schema), server.user(), server.password())
                .withPoolSize(POOL_SIZE);
        return new TestDatabase(settings, () -> execute(server, "DROP DATABASE " + schema));
    }

    private static void execute(MariaServer server, String sql) {
        try (Connection connection = DriverManager.getConnection(server.url(""), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql + " failed", failure);
        }
    }
}
