package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is MariaDB's alone: collations, types, and a server that does not answer. */
final class MariaSchemaIT {

    @RegisterExtension
    static final TestDatabase DB = TestDatabases.mariadb();

    @Test
    void everyTextColumnTellsCaseAccentsAndTrailingSpaceApart() throws SQLException {
        Map<String, String> collations = columns("collation_name", "collation_name IS NOT NULL");

        assertThat(collations)
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        (column, collation) -> assertThat(collation).as(column).isEqualTo("utf8mb4_nopad_bin"));
    }

    @Test
    void everyTimeHasMicroseconds() throws SQLException {
        Map<String, String> times = columns("column_type", "data_type IN ('datetime', 'timestamp', 'date', 'time')");

        assertThat(times)
                .hasSizeGreaterThan(10)
                .allSatisfy((column, type) -> assertThat(type).as(column).isEqualTo("datetime(6)"));
    }

    /** By table and column, without the history that the migrations keep themselves. */
    private static Map<String, String> columns(String what, String where) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (Connection connection = DB.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CONCAT(table_name, '.', column_name), " + what
                        + " FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND table_name <> '" + Schema.HISTORY_TABLE + "' AND " + where)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    @Test
    void theSizeIsTold() {
        assertThat(DB.database().info().bytes()).isPresent();
    }

    @Test
    void aServerThatDoesNotAnswerIsTransientAndSaysWhere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        DatabaseSettings settings = DatabaseSettings.mariadb(
                "jdbc:mariadb://127.0.0.1:" + port + "/tallyport?password=in-the-url", "tallyport", "very-secret");

        assertThatThrownBy(() -> Database.open(settings, TestDatabase.KEY))
                .isInstanceOfSatisfying(
                        PortException.Transient.class,
                        failure -> assertThat(failure.describe())
                                .contains("DB001", "127.0.0.1:" + port + "/tallyport")
                                .doesNotContain("very-secret", "in-the-url"));
    }

    @Test
    void aDatabaseThatDoesNotExistIsTransientAndSaysWhich() {
        String url = DB.settings().url().replaceAll("/[^/]*$", "/no_such_database");
        DatabaseSettings settings = DatabaseSettings.mariadb(
                url, DB.settings().user(), DB.settings().password());

        assertThatThrownBy(() -> Database.open(settings, TestDatabase.KEY))
                .isInstanceOf(PortException.Transient.class)
                .hasMessageContaining("no_such_database");
    }
}
