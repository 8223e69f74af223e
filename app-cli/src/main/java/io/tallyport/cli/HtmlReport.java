package io.tallyport.cli;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page that needs nothing beside it: no script, no picture, no other address. Of the rows it shows those
 * that something is wrong with, as many as a browser can bear.
 */
final class HtmlReport implements ValidationReport.Form {

    static final int MOST_ROWS = 5000;

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        body { font: 15px/1.45 system-ui, sans-serif; color: #1c2126; background: #f6f7f8; margin: 0; }
        main { max-width: 1200px; margin: 0 auto; padding: 24px; }
        h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 17px; margin: 28px 0 8px; }
        p { margin: 4px 0; } .quiet { color: #5a6570; }
        .state { display: inline-block; padding: 2px 10px; border-radius: 10px; font-weight: 600; }
        .good { background: #d9f2e1; color: #14532d; } .bad { background: #fde4cf; color: #7a2e05; }
        .scroll { overflow-x: auto; background: #fff; border: 1px solid #dde1e5; border-radius: 8px; }
        table { border-collapse: collapse; width: 100%%; }
        th, td { text-align: left; padding: 7px 12px; border-bottom: 1px solid #eceff1; vertical-align: top; }
        th { font-size: 12px; text-transform: uppercase; letter-spacing: .04em; color: #5a6570; background: #fafbfb; }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td.k { font-family: ui-monospace, monospace; font-size: 13px; white-space: nowrap; }
        tr:last-child td { border-bottom: 0; }
        .flaw { margin: 0 0 6px; } .flaw b { font-weight: 600; }
        .flaw span { display: block; color: #5a6570; font-size: 13px; overflow-wrap: anywhere; }
        @media print { body { background: #fff; } main { max-width: none; padding: 0; } }
        </style>
        </head>
        <body><main>
        """;

    private long shown;
    private long left;

    @Override
    public void begin(Writer out, ValidationView validation) throws IOException {
        String title = "Validation of route " + validation.route();
        out.write(HEAD.formatted(escaped(title)));
        out.write("<h1>" + escaped(title) + "</h1>\n<p class=\"quiet\">" + escaped(validation.kind()) + ", "
                + escaped(validation.started()) + " to " + escaped(validation.finished()) + "</p>\n");
        out.write("<p><span class=\"state " + (validation.clean() ? "good" : "bad") + "\">"
                + (validation.clean()
                        ? "Nothing is off"
                        : validation.off() + " of " + validation.rows() + " rows are off")
                + "</span> " + (validation.proven() ? "" : "<span class=\"state bad\">Not proven complete</span>")
                + "</p>\n");
        out.write("<p>Stock in step: " + validation.equal() + " of " + validation.compared() + " pairs.</p>\n");
        reads(out, validation);
        flaws(out, validation);
        for (String note : validation.notes()) {
            out.write("<p class=\"quiet\">" + escaped(note) + "</p>\n");
        }
        out.write("<h2>Rows</h2>\n"
                + "<div class=\"scroll\"><table>\n"
                + "<tr><th>SKU</th><th>Title</th><th class=\"n\">Source</th><th class=\"n\">Target</th><th"
                + " class=\"n\">Difference</th><th>What is off: source / target</th></tr>\n");
    }

    private static void reads(Writer out, ValidationView validation) throws IOException {
        out.write("<h2>What was read</h2>\n<div class=\"scroll\"><table>\n");
        for (ValidationView.Read read : validation.reads()) {
            out.write("<tr><td>" + escaped(read.of()) + "</td><td>" + escaped(ValidationView.line(read))
                    + "</td></tr>\n");
        }
        out.write("</table></div>\n");
    }

    private static void flaws(Writer out, ValidationView validation) throws IOException {
        if (validation.byFlaw().isEmpty()) {
            return;
        }
        out.write("<h2>What is off</h2>\n<div class=\"scroll\"><table>\n");
        for (var flaw : validation.byFlaw().entrySet()) {
            out.write("<tr><td class=\"k\">" + escaped(flaw.getKey()) + "</td><td class=\"n\">" + flaw.getValue()
                    + "</td><td>" + escaped(ValidationView.meaning(flaw.getKey())) + "</td></tr>\n");
        }
        out.write("</table></div>\n");
    }

    @Override
    public void row(Writer out, ValidationView.Row row) throws IOException {
        if (row.flaws().isEmpty()) {
            return;
        }
        if (shown == MOST_ROWS) {
            left++;
            return;
        }
        shown++;
        out.write("<tr><td class=\"k\">" + escaped(row.sku()) + "</td><td>" + escaped(row.title()) + "</td>"
                + figure(row.source()) + figure(row.target()) + figure(row.difference()) + "<td>");
        for (ValidationView.FlawView flaw : row.flaws()) {
            out.write("<div class=\"flaw\"><b>" + escaped(flaw.meaning()) + "</b>");
            if (!flaw.source().isEmpty() || !flaw.target().isEmpty()) {
                out.write("<span>" + escaped(flaw.source().isEmpty() ? "–" : flaw.source()) + " / "
                        + escaped(flaw.target().isEmpty() ? "–" : flaw.target()) + "</span>");
            }
            out.write("</div>");
        }
        out.write("</td></tr>\n");
    }

    private static String figure(@Nullable String figure) {
        return "<td class=\"n\">" + (figure == null ? "–" : escaped(figure)) + "</td>";
    }

    @Override
    public void end(Writer out) throws IOException {
        if (shown == 0) {
            out.write("<tr><td colspan=\"6\">None.</td></tr>\n");
        }
        out.write("</table></div>\n");
        if (left > 0) {
            out.write("<p>And " + left + " more rows that something is wrong with: take the CSV or JSON form for all of"
                    + " them.</p>\n");
        }
        out.write("</main></body>\n</html>\n");
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append((char) c);
            }
        });
        return safe.toString();
    }
}
