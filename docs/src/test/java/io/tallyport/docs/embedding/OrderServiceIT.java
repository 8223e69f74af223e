package io.tallyport.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.persistence.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example of the queue alone: over a connection and a table that Tallyport knows nothing of. */
class OrderServiceIT {

    @TempDir
    Path directory;

    @Test
    void anOrderAndItsMailCommitOrVanishTogether() throws SQLException, InterruptedException {
        BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        try (OrderService service =
                        new OrderService(directory, (address, subject, key) -> sent.add(address + " " + subject));
                Connection connection = connection();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE shop_orders (id VARCHAR(40) PRIMARY KEY)");
            connection.setAutoCommit(false);

            service.place(connection, "1001", "ann@example.org");
            connection.rollback();
            service.place(connection, "1002", "bob@example.org");
            connection.commit();
            service.committed();

            assertThat(sent.take()).isEqualTo("bob@example.org order 1002");
        }
        assertThat(sent).isEmpty();
    }

    private Connection connection() throws SQLException {
        DatabaseSettings database = DatabaseSettings.embedded(directory);
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
