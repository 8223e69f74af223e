package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An adjustment as the text that its intent keeps: one line a field group, tab-separated. */
final class AdjustmentText {

    private static final String SEPARATOR = "\t";

    private AdjustmentText() {}

    static String of(StockAdjustment adjustment) {
        StringBuilder text = new StringBuilder(adjustment.location().value());
        adjustment.after().ifPresent(mark -> text.append(SEPARATOR).append(mark.value()));
        for (StockAdjustment.Line line : adjustment.lines()) {
            text.append('\n').append(line.item()).append(SEPARATOR).append(line.by());
        }
        return text.toString();
    }

    /**
     * The adjustment that {@link #of} gave.
     *
     * @throws IllegalArgumentException when {@code text} is something else
     */
    static StockAdjustment parse(String text) {
        List<String> rows = text.lines().toList();
        String[] head = rows.get(0).split(SEPARATOR, 2);
        List<StockAdjustment.Line> lines = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] parts = row.split(SEPARATOR, -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not an adjustment: \"" + row + "\"");
            }
            lines.add(new StockAdjustment.Line(new ExternalId(parts[0]), Quantity.parse(parts[1])));
        }
        return new StockAdjustment(
                new ExternalId(head[0]),
                lines,
                head.length == 2 ? Optional.of(new Watermark(head[1])) : Optional.empty());
    }
}
