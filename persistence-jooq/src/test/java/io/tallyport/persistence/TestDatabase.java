package io.tallyport.persistence;

import io.tallyport.core.kernel.SettableClock;
import io.tallyport.persistence.schema.DefaultSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database for one test class: emptied before each test, gone after the last. As a static {@code @RegisterExtension}
 * it does both by itself.
 */
public final class TestDatabase implements BeforeEachCallback, AfterAllCallback, AutoCloseable {

    /** The master key of all test databases. */
    public static final MasterKey KEY =
            MasterKey.fromEnvironment(Base64.getEncoder().encodeToString(new byte[32]));

    static final String CALIFORNIA_IN_WINTER = "-08:00";

    private final DatabaseSettings settings;
    private final Runnable drop;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-08T02:30:00Z"));
    private final Database database;

    TestDatabase(DatabaseSettings settings, Runnable drop) {
        this.settings = settings;
        this.drop = drop;
        this.database = Database.open(settings, KEY, CALIFORNIA_IN_WINTER, sql -> clock.instant());
        database.migrate();
    }

    /** The open database, migrated. */
    public Database database() {
        return database;
    }

    /** Its stores. */
    public Stores stores() {
        return database.stores();
    }

    /** How to open it a second time. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** What its leases go by. */
    public SettableClock clock() {
        return clock;
    }

    /** A connection of its own, auto-commit off. */
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Deletes every row. */
    public void clear() {
        List<Table<?>> tables = new ArrayList<>(BackupFormat.tables());
        Collections.reverse(tables);
        try (Connection connection = connect()) {
            tables.forEach(table -> DSL.using(connection, settings.dialect().jooq())
                    .deleteFrom(DSL.table(DSL.name(table.getName())))
                    .execute());
            connection.commit();
        } catch (SQLException failure) {
            throw new AssertionError(DefaultSchema.DEFAULT_SCHEMA + " could not be emptied", failure);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        clear();
    }

    /** Nested classes end before their outer one. */
    @Override
    public void afterAll(ExtensionContext context) {
        boolean outermost =
                context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty();
        if (outermost) {
            close();
        }
    }

    @Override
    public void close() {
        database.close();
        drop.run();
    }
}
