package io.tallyport.persistence;

import io.tallyport.persistence.schema.DefaultSchema;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * The form of a backup: a zip with one text file for each table, a line for each row, fields apart by tabs.
 *
 * <p>The first line names the columns. {@code \N} is NULL; backslash, tab, line feed and carriage return are written
 * {@code \\}, {@code \t}, {@code \n}, {@code \r}: what PostgreSQL calls the text format of COPY. Bytes are in base64.
 */
final class BackupFormat {

    /** The first entry of the zip, with one line {@code key=value} each. */
    static final String MANIFEST = "MANIFEST";

    static final String VERSION_KEY = "format=1";
    static final String SCHEMA_KEY = "schema=";
    static final String SUFFIX = ".tsv";
    private static final String NULL = "\\N";
    private static final char TAB = '\t';

    private BackupFormat() {}

    /** All tables, those that others refer to first. */
    static List<Table<?>> tables() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .sorted(Comparator.<Table<?>>comparingInt(
                                table -> table.getReferences().size())
                        .thenComparing(Table::getName))
                .toList();
    }

    /** The order of the rows, so that two backups of the same rows are the same. */
    static List<OrderField<?>> order(Table<?> table) {
        UniqueKey<?> key = table.getPrimaryKey();
        return key == null ? List.of() : List.copyOf(key.getFields());
    }

    static String line(Record row) {
        StringBuilder line = new StringBuilder();
        for (Field<?> field : row.fields()) {
            line.append(line.isEmpty() && row.field(0) == field ? "" : TAB);
            Object value = row.get(field);
            line.append(value == null ? NULL : escaped(text(value)));
        }
        return line.append('\n').toString();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** The fields of a line, empty for NULL. */
    static List<Optional<String>> fields(String line) {
        List<Optional<String>> fields = new ArrayList<>();
        for (String field : line.split("\t", -1)) {
            fields.add(field.equals(NULL) ? Optional.empty() : Optional.of(unescaped(field)));
        }
        return fields;
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                i++;
                c = switch (field.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> field.charAt(i);
                };
            }
            text.append(c);
        }
        return text.toString();
    }
}
