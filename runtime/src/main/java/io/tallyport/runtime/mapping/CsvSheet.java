package io.tallyport.runtime.mapping;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tallyport.core.catalog.mapping.CatalogueItem;
import io.tallyport.core.catalog.mapping.MappingLine;
import io.tallyport.core.catalog.mapping.MappingSheet;
import io.tallyport.core.kernel.Sku;
import io.tallyport.runtime.sheet.CsvRows;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CSV form (RFC 4180): a heading, then a row for each mapping; a row that names one side only says that the item is
 * unmapped. Commas, semicolons or tabs are read.
 */
final class CsvSheet {

    private static final String TITLE = "title";
    private static final String ORIGIN = "origin";

    private final CsvMapper csv = new CsvMapper();

    void write(Writer out, MappingSheet sheet, SheetNames names) throws IOException {
        CsvSchema schema = CsvSchema.builder()
                .addColumn(names.sourceSku())
                .addColumn(names.targetSku())
                .addColumn(names.sourceItem())
                .addColumn(names.targetItem())
                .addColumn(TITLE)
                .addColumn(ORIGIN)
                .build()
                .withHeader();
        try (SequenceWriter rows = csv.writer(schema).writeValues(out)) {
            for (MappingSheet.Row row : sheet.mappings()) {
                rows.write(mapping(row, names));
            }
            for (CatalogueItem item : sheet.unmappedSources()) {
                rows.write(unmapped(item, names.sourceSku(), names.sourceItem()));
            }
            for (CatalogueItem item : sheet.unmappedTargets()) {
                rows.write(unmapped(item, names.targetSku(), names.targetItem()));
            }
        }
    }

    private static Map<String, String> mapping(MappingSheet.Row row, SheetNames names) {
        Map<String, String> cells = new HashMap<>();
        put(cells, names.sourceSku(), row.sourceSku().map(Sku::value));
        put(cells, names.targetSku(), row.targetSku().map(Sku::value));
        put(
                cells,
                names.sourceItem(),
                Optional.of(row.entry().mapping().sourceItem().value()));
        put(
                cells,
                names.targetItem(),
                Optional.of(row.entry().mapping().targetItem().value()));
        put(cells, TITLE, row.source().or(row::target).map(CatalogueItem::label));
        put(cells, ORIGIN, Optional.of(SheetLines.word(row.entry().origin())));
        return cells;
    }

    private static Map<String, String> unmapped(CatalogueItem item, String sku, String id) {
        Map<String, String> cells = new HashMap<>();
        put(cells, sku, item.sku().map(Sku::value));
        put(cells, id, Optional.of(item.item().value()));
        put(cells, TITLE, Optional.of(item.label()));
        return cells;
    }

    /** A spreadsheet would take what begins like a formula for one; these texts come from a remote shop. */
    private static void put(Map<String, String> cells, String name, Optional<String> value) {
        cells.put(name, value.map(text -> isFormula(text) ? "'" + text : text).orElse(""));
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private static String unguarded(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    List<MappingLine> read(String text, SheetNames names) throws IOException {
        List<MappingLine> lines = new ArrayList<>();
        SheetLines reader = new SheetLines(names);
        CsvRows.read(text, String::strip, row -> {
            checkHeading(row.cells(), names);
            row.cells().replaceAll((name, cell) -> unguarded(cell));
            lines.add(line(reader, row.line(), row.cells()));
        });
        lines.removeIf(line -> line.source().isEmpty() && line.target().isEmpty());
        return lines;
    }

    private static MappingLine line(SheetLines reader, int number, Map<String, String> cells) {
        try {
            return reader.line(number, cells);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
        }
    }

    /** A short row has no cells for the last columns, so only the first row's names tell of the heading. */
    private static void checkHeading(Map<String, String> cells, SheetNames names) {
        boolean known = cells.containsKey(names.sourceSku())
                || cells.containsKey(names.sourceItem())
                || cells.containsKey(names.targetSku())
                || cells.containsKey(names.targetItem());
        if (!known) {
            throw new IllegalArgumentException("its first line must name the columns, among them " + names.sourceSku()
                    + " or " + names.sourceItem() + ", and " + names.targetSku() + " or " + names.targetItem());
        }
    }
}
