package io.tallyport.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as comma-separated values (RFC 4180), in UTF-8.
 *
 * <p>Texts come from remote shops: one that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class CsvReport implements ValidationReport.Form {

    @Override
    public void begin(Writer out, ValidationView validation) throws IOException {
        out.write(
                "sku,title,source_quantity,target_quantity,difference,rank,source_item,target_item,flaws,details\r\n");
    }

    @Override
    public void row(Writer out, ValidationView.Row row) throws IOException {
        List<String> cells = List.of(
                text(row.sku()),
                text(row.title()),
                number(row.source()),
                number(row.target()),
                number(row.difference()),
                row.rank() == null ? "" : row.rank().toString(),
                text(row.sourceItem()),
                text(row.targetItem()),
                text(row.flaws().stream().map(ValidationView.FlawView::flaw).collect(Collectors.joining(" "))),
                text(row.flaws().stream().map(ValidationView.FlawView::line).collect(Collectors.joining("; "))));
        out.write(String.join(",", cells) + "\r\n");
    }

    @Override
    public void end(Writer out) {
        // nothing stands behind the rows
    }

    private static String number(@Nullable String figure) {
        return figure == null ? "" : figure;
    }

    static String text(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r".indexOf(raw.charAt(0)) >= 0 ? "'" + raw : raw;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
