package io.tallyport.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, aligned; columns of numbers stand to the right. */
final class Table {

    private static final String GAP = "  ";
    private static final int WIDEST = 60;

    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings; one that begins with {@code >} is of numbers. */
    static Table of(String... headings) {
        Table table = new Table();
        for (String heading : headings) {
            boolean numbers = heading.startsWith(">");
            table.headings.add(numbers ? heading.substring(1) : heading);
            table.right.add(numbers);
        }
        return table;
    }

    /** Adds a row of as many cells as there are headings; long ones are cut, except in the last column. */
    Table row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("a row of this table has " + headings.size() + " cells");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            String text = printable(String.valueOf(cell));
            row.add(row.size() < cells.length - 1 ? cut(text) : text);
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String heading() {
        return line(headings, widths());
    }

    List<String> body() {
        int[] widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(headings.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String space = " ".repeat(widths[column] - width(cells.get(column)));
            line.append(column == 0 ? "" : GAP);
            line.append(right.get(column) ? space + cells.get(column) : cells.get(column) + space);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** Names come from remote shops: what would steer the terminal is not let through. */
    private static String printable(String raw) {
        StringBuilder clean = new StringBuilder();
        raw.codePoints().forEach(point -> clean.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
        return clean.toString();
    }

    private static String cut(String cell) {
        return width(cell) <= WIDEST ? cell : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}
