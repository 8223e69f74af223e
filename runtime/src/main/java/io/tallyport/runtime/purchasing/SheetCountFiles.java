package io.tallyport.runtime.purchasing;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.consignment.steps.Named;
import io.tallyport.core.counting.CountErrors;
import io.tallyport.core.counting.CountFiles;
import io.tallyport.core.counting.CountedLine;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was counted as files, in UTF-8: CSV where the name ends so, with a heading and a row for each SKU; else JSON, a list of
 * objects, or an object with that list as {@code lines}. An empty figure is refused: it is not zero.
 */
public final class SheetCountFiles implements CountFiles {

    private static final String SKU = "sku";
    private static final String COUNTED = "counted";
    private static final Set<String> COLUMNS = Set.of(SKU, COUNTED);

    private static final Sheet FORM = new Sheet(
            COLUMNS,
            COUNTED,
            "sku, counted",
            message -> CountErrors.rejected("read count file", CountErrors.BAD_COUNT, message));

    /** One row as it stands there. */
    private record Row(String sku, String counted) {}

    @Override
    public List<CountedLine> read(Path file) {
        return FORM.read(
                file,
                cells -> lines(cells.stream()
                        .map(each -> new Row(Sheet.cell(each, SKU), Sheet.cell(each, COUNTED)))
                        .toList()),
                root -> lines(rows(root)));
    }

    private static List<Row> rows(JsonNode root) {
        JsonNode lines = root.isObject() ? root.path("lines") : root;
        if (!lines.isArray()) {
            throw new IllegalArgumentException("it must be a list of lines, or an object with \"lines\"");
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode line : lines) {
            Sheet.checkNames(Sheet.names(line), COLUMNS, "line " + (rows.size() + 1));
            rows.add(new Row(Sheet.text(line, SKU), Sheet.text(line, COUNTED)));
        }
        return rows;
    }

    private static List<CountedLine> lines(List<Row> rows) {
        List<CountedLine> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<Sku> seen = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            try {
                CountedLine line = line(rows.get(row));
                if (!seen.add(line.sku())) {
                    throw new IllegalArgumentException("the SKU " + line.sku() + " is there twice");
                }
                lines.add(line);
            } catch (IllegalArgumentException wrong) {
                problems.add("row " + (row + 1) + ": " + wrong.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(Named.of(problems));
        }
        return lines;
    }

    private static CountedLine line(Row row) {
        if (row.sku().isEmpty()) {
            throw new IllegalArgumentException("it has no SKU");
        }
        try {
            return new CountedLine(new Sku(row.sku()), Quantity.parse(row.counted()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "what was counted of " + row.sku() + " is a plain number, got \"" + row.counted() + "\"",
                    notANumber);
        }
    }
}
