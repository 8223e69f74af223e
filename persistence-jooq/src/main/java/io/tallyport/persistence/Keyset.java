package io.tallyport.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Pages in the order of an index, each of which begins behind the last row of the one before.
 *
 * <p>Two things make H2 read and sort all that is left for each page, so that a walk costs the square of its rows. A condition
 * "later, or as late and behind" is no range of an index: its parts are asked for one after the other. And an order counts as
 * the index's only when it begins with the index's first column: columns that stand still are named in it too.
 */
final class Keyset {

    private final List<Condition> behind = new ArrayList<>();
    private Condition same;

    private <T> Keyset(Field<T> field, T last) {
        this.behind.add(field.gt(last));
        this.same = field.eq(last);
    }

    /** Behind the last row's value in the first column of the order. */
    static <T> Keyset behind(Field<T> field, T last) {
        return new Keyset(field, last);
    }

    /** In the next column of the order. */
    <T> Keyset then(Field<T> field, T last) {
        behind.add(0, same.and(field.gt(last)));
        same = same.and(field.eq(last));
        return this;
    }

    /** The rows behind the last one, in parts, each a range of the index, in their order. */
    List<Condition> parts() {
        return List.copyOf(behind);
    }

    /** The first {@code size} rows of these parts; {@code query} gives a part's first rows. */
    static <R> List<R> page(int size, List<Condition> parts, BiFunction<Condition, Integer, ? extends List<R>> query) {
        List<R> page = new ArrayList<>();
        for (Condition part : parts) {
            if (page.size() < size) {
                page.addAll(query.apply(part, size - page.size()));
            }
        }
        return page;
    }
}
