package io.tallyport.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Lines, tables and colours for a person. */
final class Screen {

    private final PrintWriter out;
    private final boolean colours;

    Screen(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    void line(String text) {
        out.println(text);
    }

    void blank() {
        out.println();
    }

    /** A line that says that all is well. */
    void good(String text) {
        line(paint("green", text));
    }

    /** A line that somebody should read. */
    void attention(String text) {
        line(paint("yellow", text));
    }

    void title(String text) {
        line(paint("bold", text));
    }

    void table(Table table) {
        line(paint("bold", table.heading()));
        table.body().forEach(this::line);
    }

    /** Two columns without headings, such as a thing's properties. */
    void facts(List<Fact> facts) {
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        facts.forEach(
                fact -> line("  " + fact.name() + " ".repeat(width - fact.name().length() + 2) + fact.value()));
    }

    /** A property and its value. */
    record Fact(String name, String value) {}

    String paint(String style, String text) {
        if (!colours) {
            return text;
        }
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.reset.on();
    }

    /** A difference with its sign. */
    static String signed(String difference) {
        return difference.startsWith("-") || difference.equals("0") ? difference : "+" + difference;
    }
}
