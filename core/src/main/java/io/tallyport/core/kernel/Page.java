package io.tallyport.core.kernel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a read.
 *
 * @param items in the source's order, possibly none; one row may come twice over several pages
 * @param next where to go on; empty on the last page, and only there
 * @param total on the last page, how many distinct rows the platform says there are; empty where it cannot say. A read
 *     is complete when the last page was reached and at least this many distinct rows were seen; without a total it
 *     proves nothing, and must not be used to infer a deletion or a zero
 */
public record Page<T>(List<T> items, Optional<Cursor> next, OptionalLong total) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page with another behind it. */
    public static <T> Page<T> withNext(List<T> items, Cursor next) {
        return new Page<>(items, Optional.of(next), OptionalLong.empty());
    }

    /** The last page of a read that cannot prove that it saw everything. */
    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, Optional.empty(), OptionalLong.empty());
    }

    /** The last page of a read of {@code total} rows. */
    public static <T> Page<T> last(List<T> items, long total) {
        return new Page<>(items, Optional.empty(), OptionalLong.of(total));
    }
}
