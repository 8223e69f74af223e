package io.tallyport.runtime.sheet;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The rows of a CSV text (RFC 4180) as spreadsheets write it: a heading, then rows; with commas, semicolons or tabs. */
public final class CsvRows {

    private static final CsvMapper CSV = new CsvMapper();

    private CsvRows() {}

    /**
     * A row.
     *
     * @param line where it stands in the text, from 1
     * @param columns that the heading names
     * @param cells by column; a short row has none for the last columns
     */
    public record Row(int line, Set<String> columns, Map<String, String> cells) {

        /** Whether nothing stands in it. */
        public boolean isBlank() {
            return cells.values().stream().allMatch(String::isBlank);
        }
    }

    /**
     * Gives each row to {@code each}, in order.
     *
     * @param column what a column is called of which the heading says this
     * @throws IOException when it is no CSV, with the place; the rows before it have been given
     */
    public static void read(String text, UnaryOperator<String> column, Consumer<Row> each) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(text));
        Set<String> columns = new TreeSet<>();
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(schema).readValues(text)) {
            while (rows.hasNextValue()) {
                int line = rows.getCurrentLocation().getLineNr();
                Map<String, String> cells = new HashMap<>();
                rows.nextValue().forEach((name, cell) -> cells.put(column.apply(name), cell));
                if (columns.isEmpty()) {
                    ((CsvSchema) rows.getParserSchema()).forEach(named -> columns.add(column.apply(named.getName())));
                }
                each.accept(new Row(line, columns, cells));
            }
        }
    }

    private static char separator(String text) {
        String heading = text.lines().findFirst().orElse("");
        if (heading.indexOf(',') >= 0) {
            return ',';
        }
        return heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
