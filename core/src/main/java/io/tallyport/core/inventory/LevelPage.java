package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a read of levels.
 *
 * @param items in the source's order, possibly none; one row may come twice over several pages
 * @param next where to go on; empty on the last page, and only there
 * @param total on the last page, how many distinct rows the platform says there are; empty where it cannot say. A read
 *     is complete when the last page was reached and at least this many distinct rows were seen; without a total it
 *     proves nothing, and must not be used to infer a deletion or a zero
 * @param mark on the last page, and only there: a later read of changes from here misses nothing that this read, begun
 *     at its first page, did not see
 */
public record LevelPage(List<StockLevel> items, Optional<Cursor> next, OptionalLong total, Optional<Watermark> mark) {

    public LevelPage {
        items = List.copyOf(items);
        if (next.isPresent() == mark.isPresent()) {
            throw new IllegalArgumentException("a page has either a next page or, as the last one, a mark");
        }
    }

    /** A page with another behind it. */
    public static LevelPage withNext(List<StockLevel> items, Cursor next) {
        return new LevelPage(items, Optional.of(next), OptionalLong.empty(), Optional.empty());
    }

    /** The last page of a read that cannot prove that it saw everything. */
    public static LevelPage last(List<StockLevel> items, Watermark mark) {
        return new LevelPage(items, Optional.empty(), OptionalLong.empty(), Optional.of(mark));
    }

    /** The last page of a read of {@code total} rows. */
    public static LevelPage last(List<StockLevel> items, long total, Watermark mark) {
        return new LevelPage(items, Optional.empty(), OptionalLong.of(total), Optional.of(mark));
    }
}
