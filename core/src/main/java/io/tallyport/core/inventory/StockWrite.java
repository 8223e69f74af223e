package io.tallyport.core.inventory;

import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One compare-and-set of several levels at one location, all or nothing.
 *
 * @param figure which figure is compared and set
 * @param reference a URI that names the cause for the platform's own history
 * @param lines in the order they are sent, which is part of the request's identity; no item twice
 * @param after where the platform's own record stood before, as {@link WriteProof#mark} told; empty where keys do
 */
public record StockWrite(
        StockFigure figure, ExternalId location, String reference, List<Line> lines, Optional<Watermark> after) {

    private static final String SEPARATOR = "\t";

    public StockWrite {
        lines = List.copyOf(lines);
        long items = lines.stream().map(Line::item).distinct().count();
        if (lines.isEmpty() || items != lines.size()) {
            throw new IllegalArgumentException("a stock write has at least one line and no item twice");
        }
    }

    /** One without a mark. */
    public StockWrite(StockFigure figure, ExternalId location, String reference, List<Line> lines) {
        this(figure, location, reference, lines, Optional.empty());
    }

    /** The same, to be looked for only among what the platform records after {@code mark}. */
    public StockWrite after(Optional<Watermark> mark) {
        return new StockWrite(figure, location, reference, lines, mark);
    }

    /**
     * One level.
     *
     * @param from what the level must be, in whole units, for the write to happen
     * @param to what it is set to, in whole units
     */
    public record Line(ExternalId item, long from, long to) {}

    /** Whether a recorded intent is such a write. */
    public static boolean isOf(Intent intent) {
        return intent.operation().equals(ApplyJournal.SET);
    }

    /** The write as text: one line a field group, tab-separated; equal writes give equal text. */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        text.append(String.join(SEPARATOR, figure.name(), location.value(), reference));
        after.ifPresent(mark -> text.append(SEPARATOR).append(mark.value()));
        for (Line line : lines) {
            text.append('\n').append(String.join(SEPARATOR, line.item().value(), "" + line.from(), "" + line.to()));
        }
        return text.toString();
    }

    /**
     * The write that {@link #canonical()} gave.
     *
     * @throws IllegalArgumentException when {@code text} is something else
     */
    public static StockWrite parse(String text) {
        List<String> rows = text.lines().toList();
        String[] head = fields(rows.get(0), 4);
        List<Line> lines = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] parts = fields(row, 3);
            lines.add(new Line(new ExternalId(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        }
        Optional<Watermark> after = head.length > 3 ? Optional.of(new Watermark(head[3])) : Optional.empty();
        return new StockWrite(StockFigure.valueOf(head[0]), new ExternalId(head[1]), head[2], lines, after);
    }

    private static String[] fields(String row, int most) {
        String[] parts = row.split(SEPARATOR, -1);
        if (parts.length < 3 || parts.length > most) {
            throw new IllegalArgumentException("not a stock write: \"" + row + "\"");
        }
        return parts;
    }
}
