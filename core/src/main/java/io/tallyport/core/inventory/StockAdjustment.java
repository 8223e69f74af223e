package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * Differences to add to levels at one location.
 *
 * @param lines no item twice, no difference of zero
 * @param after where the platform's own record of changes stood before, as {@link StockAdjuster#mark} told; without it
 *     what became of the adjustment can hardly be proven
 */
public record StockAdjustment(ExternalId location, List<Line> lines, Optional<Watermark> after) {

    public StockAdjustment {
        lines = List.copyOf(lines);
        long items = lines.stream().map(Line::item).distinct().count();
        if (lines.isEmpty()
                || items != lines.size()
                || lines.stream().anyMatch(line -> line.by().isZero())) {
            throw new IllegalArgumentException(
                    "an adjustment has at least one line, no item twice and no difference of zero");
        }
    }

    /** One without a mark. */
    public StockAdjustment(ExternalId location, List<Line> lines) {
        this(location, lines, Optional.empty());
    }

    /** The same, looked for only among what the platform records after {@code mark}. */
    public StockAdjustment after(Optional<Watermark> mark) {
        return new StockAdjustment(location, lines, mark);
    }

    /**
     * One difference.
     *
     * @param by what is added, in the item's own selling unit; negative to take away
     */
    public record Line(ExternalId item, Quantity by) {}
}
