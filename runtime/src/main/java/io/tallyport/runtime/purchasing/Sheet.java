package io.tallyport.runtime.purchasing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.kernel.PortException;
import io.tallyport.runtime.sheet.CsvRows;
import io.tallyport.runtime.sheet.SheetText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A form of files with rows, in UTF-8: CSV where the name ends so, with a heading; else JSON.
 *
 * @param columns that CSV may have
 * @param needed the column without which it is none
 * @param heading what the first line must name, for people
 * @param refused the failure for a file that cannot be read, by what is wrong with it
 */
record Sheet(Set<String> columns, String needed, String heading, Function<String, PortException> refused) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads a file.
     *
     * @param csv makes rows of cells by column, in small letters
     * @param json makes rows of the whole; both may throw IllegalArgumentException
     * @return at least one row
     */
    <T> List<T> read(Path file, Function<List<Map<String, String>>, List<T>> csv, Function<JsonNode, List<T>> json) {
        try {
            return SheetText.read(file, text -> {
                List<T> rows = SheetText.isCsv(file) ? csv.apply(cells(text)) : json.apply(JSON.readTree(text));
                if (rows.isEmpty()) {
                    throw new IllegalArgumentException("it has no rows");
                }
                return rows;
            });
        } catch (NoSuchFileException none) {
            throw refused.apply(file + ": there is no such file");
        } catch (IllegalArgumentException unreadable) {
            throw refused.apply(String.valueOf(unreadable.getMessage()));
        }
    }

    private List<Map<String, String>> cells(String text) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        CsvRows.read(text, Sheet::column, row -> {
            checkHeading(row.columns());
            if (!row.isBlank()) {
                rows.add(row.cells());
            }
        });
        return rows;
    }

    private static String column(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** A short row has no cells for the last columns: only the heading tells which there are. */
    private void checkHeading(Set<String> named) {
        if (!named.contains(needed)) {
            throw new IllegalArgumentException("its first line must name the columns: " + heading);
        }
        checkNames(named, columns, "its first line");
    }

    /** What is not understood could be what matters. */
    static void checkNames(Set<String> names, Set<String> known, String where) {
        for (String name : new TreeSet<>(names)) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        where + " names \"" + name + "\", which is none of " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /** The names in a JSON object. */
    static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    static String cell(Map<String, String> cells, String name) {
        return cells.getOrDefault(name, "").strip();
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }
}
