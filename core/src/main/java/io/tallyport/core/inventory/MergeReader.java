package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what rows of a merge have right now, on the sides whose writes are settled. A figure that was read before the last
 * write to it was settled would show that write as a sale or a receipt that never was.
 */
final class MergeReader {

    private final PlanHeader plan;
    private final InventorySource source;
    private final InventorySource target;
    private final MergeBook book;

    MergeReader(PlanHeader plan, InventorySource source, InventorySource target, MergeBook book) {
        this.plan = plan;
        this.source = source;
        this.target = target;
        this.book = book;
    }

    /** Reads that side of the rows; a row whose level cannot be used is left. */
    void read(MergeSide side, List<MergeRow> rows) {
        List<ExternalId> items =
                rows.stream().map(row -> side.item(row.level())).toList();
        if (items.isEmpty()) {
            return;
        }
        InventorySource from = side == MergeSide.SOURCE ? source : target;
        Map<ExternalId, StockLevel> levels = new HashMap<>();
        from.levelsOf(side.at(plan).location(), items).forEach(level -> levels.put(level.item(), level));
        rows.forEach(row -> take(side, row, Optional.ofNullable(levels.get(side.item(row.level())))));
    }

    private void take(MergeSide side, MergeRow row, Optional<StockLevel> level) {
        Optional<Quantity> figure = level.filter(known -> known.stocking() == Stocking.STOCKED)
                .flatMap(known -> side == MergeSide.SOURCE ? known.onHand() : known.available());
        if (level.isEmpty()) {
            book.left(row, Reason.ITEM_GONE, "the " + words(side) + " does not know the item any more");
        } else if (figure.isEmpty()) {
            Reason reason = side == MergeSide.SOURCE ? Reason.NO_LEVEL_AT_SOURCE : Reason.NOT_STOCKED_AT_LOCATION;
            book.left(row, reason, "the " + words(side) + " has no level of it any more");
        } else if (side == MergeSide.TARGET && figure.get().hasFraction()) {
            book.left(row, Reason.OUT_OF_RANGE, "the target has " + figure.get() + " now");
        } else {
            row.read(side, figure.get());
        }
    }

    private static String words(MergeSide side) {
        return side == MergeSide.SOURCE ? "source" : "target";
    }
}
