package io.tallyport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page that needs nothing beside it: no script, no picture, no other address. Of the rows it shows those
 * that something is wrong with, as many as a browser can bear. It goes by the reader's light or dark, is read on a narrow
 * screen as cards, and prints black on white.
 */
final class HtmlReport implements ValidationReport.Form {

    static final int MOST_ROWS = 5000;

    private static final String STYLE = "validation-report.css";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        """;

    private static final String ROWS = """
        <h2>Rows</h2>
        <p class="quiet">Those that something is wrong with, in the order of the validation.</p>
        <div class="sheet"><table class="rows">
        <thead><tr><th>SKU</th><th>Title</th><th class="n">Source</th><th class="n">Target</th>\
        <th class="n">Difference</th><th>What is off</th></tr></thead>
        <tbody>
        """;

    private long shown;
    private long left;

    @Override
    public void begin(Writer out, ValidationView validation) throws IOException {
        String title = "Validation of route " + validation.route();
        out.write(HEAD.formatted(escaped(title)));
        out.write(style());
        out.write("</style>\n</head>\n<body><main>\n<h1>" + escaped(title) + "</h1>\n<p class=\"quiet\">"
                + escaped(validation.kind()) + ", " + escaped(time(validation)) + "</p>\n");
        states(out, validation);
        facts(out, validation);
        flaws(out, validation);
        reads(out, validation);
        for (String note : validation.notes()) {
            out.write("<p class=\"note\">" + escaped(note) + "</p>\n");
        }
        out.write(ROWS);
    }

    private static String style() throws IOException {
        try (InputStream css = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (css == null) {
                throw new IllegalStateException(STYLE + " is not in the program");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String time(ValidationView validation) {
        Instant started = Instant.parse(validation.started());
        Duration took = Duration.between(started, Instant.parse(validation.finished()));
        return "begun " + TIME.format(started) + ", took " + Math.max(1, took.toSeconds()) + " s";
    }

    private static void states(Writer out, ValidationView validation) throws IOException {
        out.write("<p class=\"states\"><span class=\"state " + (validation.clean() ? "good" : "bad") + "\">"
                + (validation.clean()
                        ? "Nothing is off"
                        : validation.off() + " of " + validation.rows() + " rows are off")
                + "</span>"
                + (validation.proven() ? "" : "<span class=\"state bad\">Not proven complete</span>")
                + "</p>\n");
    }

    private static void facts(Writer out, ValidationView validation) throws IOException {
        out.write("<dl class=\"facts\">\n");
        fact(out, "Rows looked at", Long.toString(validation.rows()));
        fact(out, "Stock in step", validation.equal() + " of " + validation.compared());
        out.write("</dl>\n");
    }

    private static void fact(Writer out, String name, String value) throws IOException {
        out.write("<div><dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd></div>\n");
    }

    private static void reads(Writer out, ValidationView validation) throws IOException {
        out.write("<h2>What was read</h2>\n<div class=\"sheet\"><table class=\"list\">\n");
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
        out.write("<h2>What is off</h2>\n<div class=\"sheet\"><table class=\"list\">\n");
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
        boolean differs = row.flaws().stream().anyMatch(flaw -> flaw.flaw().equals("QUANTITY"));
        out.write("<tr><td class=\"k\">" + escaped(row.sku()) + "</td><td class=\"title\">" + escaped(row.title())
                + "</td>" + figure("Source", row.source(), false) + figure("Target", row.target(), false)
                + figure("Difference", row.difference(), differs) + "<td class=\"what\">");
        for (ValidationView.FlawView flaw : row.flaws()) {
            flaw(out, flaw);
        }
        out.write("</td></tr>\n");
    }

    private static void flaw(Writer out, ValidationView.FlawView flaw) throws IOException {
        out.write("<div class=\"flaw\"><b>" + escaped(flaw.meaning()) + "</b>");
        // The figures have columns of their own.
        boolean told = flaw.flaw().equals("QUANTITY")
                || (flaw.source().isEmpty() && flaw.target().isEmpty());
        if (!told) {
            out.write("<dl><dt>source</dt><dd>" + shown(flaw.source()) + "</dd><dt>target</dt><dd>"
                    + shown(flaw.target()) + "</dd></dl>");
        }
        out.write("</div>");
    }

    private static String shown(String text) {
        return text.isEmpty() ? "–" : escaped(text);
    }

    private static String figure(String of, @Nullable String figure, boolean off) {
        return "<td class=\"n" + (off ? " off" : "") + "\" data-of=\"" + of + "\">"
                + (figure == null ? "–" : escaped(figure)) + "</td>";
    }

    @Override
    public void end(Writer out) throws IOException {
        if (shown == 0) {
            out.write("<tr><td class=\"none\" colspan=\"6\">None.</td></tr>\n");
        }
        out.write("</tbody></table></div>\n");
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
