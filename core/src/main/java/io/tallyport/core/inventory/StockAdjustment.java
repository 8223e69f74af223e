package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;

/**
 * Differences to add to levels at one location.
 *
 * @param lines no item twice, no difference of zero
 */
public record StockAdjustment(ExternalId location, List<Line> lines) {

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

    /**
     * One difference.
     *
     * @param by what is added, in the item's own selling unit; negative to take away
     */
    public record Line(ExternalId item, Quantity by) {}
}
