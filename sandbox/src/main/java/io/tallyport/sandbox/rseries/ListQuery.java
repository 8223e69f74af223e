package io.tallyport.sandbox.rseries;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a list request asks for.
 *
 * @param sort a field, with {@code -} before it for descending order
 * @param relations the relations to load
 * @param everything what every row must fulfil beside the conditions
 */
record ListQuery<R>(
        List<Condition<R>> conditions,
        Predicate<R> everything,
        String sort,
        int limit,
        Optional<PageToken> after,
        Optional<PageToken> before,
        boolean countOnly,
        Set<Relation> relations) {

    boolean matches(R row) {
        for (Condition<R> condition : conditions) {
            if (!condition.matches(row)) {
                return false;
            }
        }
        return everything.test(row);
    }

    String sortField() {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    boolean descending() {
        return sort.startsWith("-");
    }

    /** The ids of the items that are asked for by id, where the query names them. */
    Optional<Set<Long>> itemIds() {
        return conditions.stream()
                .filter(condition -> condition.field().name().equals("itemID"))
                .flatMap(condition -> condition.exactly().stream())
                .map(values -> values.stream().flatMap(ListQuery::id).collect(Collectors.toSet()))
                .findFirst();
    }

    private static Stream<Long> id(Value value) {
        boolean whole = value.number().stripTrailingZeros().scale() <= 0;
        return whole ? Stream.of(value.number().longValue()) : Stream.empty();
    }
}
