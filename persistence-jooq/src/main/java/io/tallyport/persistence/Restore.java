package io.tallyport.persistence;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Backup} wrote into empty tables, in one transaction. */
final class Restore {

    private static final String OPERATION = "restore database";
    private static final int ROWS = 500;

    private final Transactions transactions;

    Restore(Transactions transactions) {
        this.transactions = transactions;
    }

    void read(Path file, String schemaVersion) {
        transactions.run(OPERATION, sql -> {
            try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
                checkManifest(zip, file, schemaVersion);
                for (Table<?> table : BackupFormat.tables()) {
                    table(sql, zip, table);
                }
            } catch (ZipException damaged) {
                throw rejected(file + " is no backup: " + damaged.getMessage());
            } catch (IOException failure) {
                throw rejected("the backup " + file + " cannot be read: " + failure);
            }
        });
    }

    private static void checkManifest(ZipFile zip, Path file, String schemaVersion) throws IOException {
        try (BufferedReader reader = reader(zip, BackupFormat.MANIFEST)) {
            List<String> lines = reader.lines().toList();
            if (!lines.contains(BackupFormat.VERSION_KEY)) {
                throw rejected(file + " is no backup of a format that this program knows");
            }
            if (!lines.contains(BackupFormat.SCHEMA_KEY + schemaVersion)) {
                throw rejected(file + " says " + lines + ", this database has the schema " + schemaVersion
                        + ": migrate it to the backup's version first, or restore with the program that made it");
            }
        }
    }

    private static void table(DSLContext sql, ZipFile zip, Table<?> table) throws IOException {
        if (sql.fetchExists(table)) {
            throw rejected("the table " + table.getName() + " has rows already; restore into an empty database");
        }
        try (BufferedReader reader = reader(zip, table.getName() + BackupFormat.SUFFIX)) {
            String head = reader.readLine();
            if (head == null) {
                throw rejected("the backup is cut off in " + table.getName());
            }
            List<Field<?>> fields = new ArrayList<>();
            for (String column : head.split("\t", -1)) {
                fields.add(Optional.<Field<?>>ofNullable(table.field(column))
                        .orElseThrow(() -> rejected("the backup has a column unknown here: " + column)));
            }
            rows(sql, table, fields, reader);
        }
    }

    private static void rows(DSLContext sql, Table<?> table, List<Field<?>> fields, BufferedReader reader)
            throws IOException {
        List<@Nullable Object[]> batch = new ArrayList<>();
        String line = reader.readLine();
        while (line != null) {
            batch.add(values(fields, line));
            line = reader.readLine();
            if (batch.size() == ROWS || line == null) {
                insert(sql, table, fields, batch);
                batch.clear();
            }
        }
    }

    private static @Nullable Object[] values(List<Field<?>> fields, String line) {
        List<Optional<String>> texts = BackupFormat.fields(line);
        if (texts.size() != fields.size()) {
            throw rejected("a line of the backup has " + texts.size() + " fields instead of " + fields.size());
        }
        @Nullable Object[] values = new Object[fields.size()];
        Arrays.setAll(values, i -> value(fields.get(i), texts.get(i)));
        return values;
    }

    private static @Nullable Object value(Field<?> field, Optional<String> text) {
        if (text.isEmpty()) {
            return null;
        }
        if (field.getType() == byte[].class) {
            return Base64.getDecoder().decode(text.get());
        }
        return field.getType() == Instant.class
                ? Instant.parse(text.get())
                : field.getDataType().convert(text.get());
    }

    private static void insert(DSLContext sql, Table<?> table, List<Field<?>> fields, List<@Nullable Object[]> batch) {
        InsertValuesStepN<?> insert = sql.insertInto(table, fields);
        for (@Nullable Object[] row : batch) {
            insert = insert.values(row);
        }
        insert.execute();
    }

    private static BufferedReader reader(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw rejected("the backup has no " + name);
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }

    private static PortException.Rejected rejected(String message) {
        return new PortException.Rejected(FailureContext.of(OPERATION), message);
    }
}
