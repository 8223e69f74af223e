package io.tallyport.persistence;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/** Writes all rows of one moment to a file, one after the other, so that memory does not grow with them. */
final class Backup {

    private static final String OPERATION = "back up database";
    private static final int FETCH_SIZE = 500;

    private final DataSource pool;
    private final Configuration configuration;

    Backup(DataSource pool, Configuration configuration) {
        this.pool = pool;
        this.configuration = configuration;
    }

    void write(Path file, String schemaVersion) {
        try {
            OwnerOnlyFile.create(file);
            boolean done = false;
            try (Connection connection = pool.getConnection()) {
                snapshot(connection, file, schemaVersion);
                done = true;
            } finally {
                if (!done) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new PortException.Rejected(
                    FailureContext.of(OPERATION), "the backup cannot be written to " + file + ": " + failure);
        } catch (SQLException failure) {
            throw Failures.translated(OPERATION, failure);
        } catch (RuntimeException failure) {
            throw Failures.translated(OPERATION, failure);
        }
    }

    /** In one transaction that sees one moment; the pool puts its connection's isolation back. */
    private void snapshot(Connection connection, Path file, String schemaVersion) throws IOException, SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        DSLContext sql = DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            zip.putNextEntry(new ZipEntry(BackupFormat.MANIFEST));
            writer.write(BackupFormat.VERSION_KEY + "\n" + BackupFormat.SCHEMA_KEY + schemaVersion + "\n");
            end(zip, writer);
            for (Table<?> table : BackupFormat.tables()) {
                zip.putNextEntry(new ZipEntry(table.getName() + BackupFormat.SUFFIX));
                rows(sql, table, writer);
                end(zip, writer);
            }
        } finally {
            connection.rollback();
        }
    }

    private static void end(ZipOutputStream zip, Writer writer) throws IOException {
        writer.flush();
        zip.closeEntry();
    }

    private static void rows(DSLContext sql, Table<?> table, Writer writer) throws IOException {
        List<String> columns = table.fieldStream().map(Field::getName).toList();
        writer.write(columns.stream().collect(Collectors.joining("\t", "", "\n")));
        try (Cursor<Record> rows = sql.select(table.fields())
                .from(table)
                .orderBy(BackupFormat.order(table))
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
            for (Record row : rows) {
                writer.write(BackupFormat.line(row));
            }
        }
    }
}
