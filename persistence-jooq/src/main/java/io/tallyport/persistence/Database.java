package io.tallyport.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.tallyport.core.kernel.PortException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jooq.Configuration;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * An open database: its stores, its schema, its backups.
 *
 * <p>Opening changes nothing in it; {@link #migrate} does. Thread-safe.
 */
public final class Database implements AutoCloseable {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static final String UTC = "+00:00";

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final Configuration configuration;
    private final MasterKey masterKey;
    private final LeaseClock clock;
    private final Schema schema;
    private final PooledTransactions transactions;

    private Database(DatabaseSettings settings, MasterKey masterKey, HikariDataSource pool, LeaseClock clock) {
        this.settings = settings;
        this.masterKey = masterKey;
        this.pool = pool;
        this.clock = clock;
        this.configuration = new DefaultConfiguration()
                .set(settings.dialect().jooq())
                .set(new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
                        // Its log would show values.
                        .withExecuteLogging(false));
        this.transactions = new PooledTransactions(pool, configuration);
        this.schema = new Schema(pool);
    }

    /**
     * Opens a database.
     *
     * @throws PortException.Transient when it does not answer
     * @throws PortException.Authentication when it refuses user or password
     * @throws PortException.Rejected when its schema is newer than this program knows
     */
    public static Database open(DatabaseSettings settings, MasterKey masterKey) {
        return open(settings, masterKey, UTC, new DatabaseClock());
    }

    static Database open(DatabaseSettings settings, MasterKey masterKey, String sessionOffset, LeaseClock clock) {
        Database database = new Database(settings, masterKey, Pools.open(settings, sessionOffset), clock);
        try {
            database.schema.refuseNewer();
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** The stores, each call of which is a transaction of its own outside of a unit of work. */
    public Stores stores() {
        return new Stores(transactions, masterKey, clock);
    }

    /**
     * The stores as part of the transaction that the caller has open on {@code connection}: its rows and ours are
     * committed together, by the caller. Units of work are savepoints then, nothing is tried again, and the log of remote
     * calls is part of the transaction too.
     *
     * @param connection to this database, auto-commit off; stays the caller's
     * @throws IllegalArgumentException when auto-commit is on
     */
    public Stores storesOver(Connection connection) {
        return new Stores(new CallerTransactions(connection, configuration), masterKey, clock);
    }

    /**
     * Runs what somebody does to tables of their own in this database as part of the thread's open unit of work, else as a
     * transaction of its own: committed when it returns, taken back when it throws, and run again when the database asks for it.
     *
     * @throws PortException for what the database says; it dooms the open unit of work, whoever catches it
     */
    public <T> T joined(String operation, ConnectionWork<T> work) {
        return transactions.call(
                operation, sql -> sql.connectionResult(connection -> work.on(LentConnection.of(connection))));
    }

    /**
     * Brings the schema up to date.
     *
     * @return how many migrations were applied
     * @throws PortException.Rejected when the schema is newer than this program knows
     */
    public int migrate() {
        return schema.migrate();
    }

    /** What it is and how it stands. */
    public DatabaseInfo info() {
        try (Connection connection = pool.getConnection()) {
            OptionalLong bytes = DatabaseSize.of(
                    settings.dialect(), DSL.using(connection, settings.dialect().jooq()));
            String version = connection.getMetaData().getDatabaseProductVersion();
            connection.rollback();
            return new DatabaseInfo(
                    settings.dialect().product(),
                    version,
                    settings.shownUrl(),
                    schema.version(),
                    schema.pending(),
                    bytes);
        } catch (SQLException failure) {
            throw Failures.translated("describe database", failure);
        }
    }

    /**
     * Writes every row as of one moment to a new zip file that only its owner can read, in a form that
     * {@link #restore} reads on either product. Secrets are in it as they are stored, encrypted; the master key and the
     * password of the database are not: keep those as well.
     *
     * @throws PortException.Rejected when the file exists already or cannot be written
     */
    public void backup(Path file) {
        new Backup(pool, configuration).write(file, schema.version().orElse("0"));
    }

    /**
     * Reads a backup into this database, all of it or nothing.
     *
     * @throws PortException.Rejected when the file is no backup or of another schema version, or there are rows already
     */
    public void restore(Path file) {
        new Restore(transactions).read(file, schema.version().orElse("0"));
    }

    /** Closes all connections. */
    @Override
    public void close() {
        pool.close();
    }
}
