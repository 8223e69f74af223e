package io.tallyport.sandbox.shopify;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a search asks for.
 *
 * @param test whether a row is wanted
 * @param rows all rows that can be, where an index knows them
 * @param above rows have ids above this one
 */
record Filter<T>(Predicate<T> test, Optional<Set<T>> rows, long above) {

    static <T> Filter<T> all() {
        return test(row -> true);
    }

    static <T> Filter<T> test(Predicate<T> test) {
        return new Filter<>(test, Optional.empty(), Long.MIN_VALUE);
    }

    Filter<T> and(Filter<T> other) {
        return new Filter<>(test.and(other.test), rows.or(other::rows), Math.max(above, other.above));
    }

    Filter<T> or(Filter<T> other) {
        Optional<Set<T>> both = rows.flatMap(mine -> other.rows.map(theirs -> {
            Set<T> union = new LinkedHashSet<>(mine);
            union.addAll(theirs);
            return union;
        }));
        return new Filter<>(test.or(other.test), both, Math.min(above, other.above));
    }

    Filter<T> not() {
        return test(test.negate());
    }
}
