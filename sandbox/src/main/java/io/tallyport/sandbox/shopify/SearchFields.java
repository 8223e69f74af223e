package io.tallyport.sandbox.shopify;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The fields by which the rows of one listing can be searched. */
final class SearchFields<T> {

    /** Reads a term; empty when its value cannot be read as what the field holds. */
    @FunctionalInterface
    interface Reader<T> extends Function<Term, Optional<Filter<T>>> {}

    private final Map<String, Reader<T>> readers = new LinkedHashMap<>();

    SearchFields<T> field(String name, Reader<T> reader) {
        readers.put(name, reader);
        return this;
    }

    /** Rows whose text the term matches. */
    SearchFields<T> text(String name, BiPredicate<T, Term> matches) {
        return field(name, term -> Optional.of(Filter.test(row -> matches.test(row, term))));
    }

    SearchFields<T> number(String name, ToLongFunction<T> number) {
        return field(name, term -> term.number().map(wanted -> numbers(term, number, wanted)));
    }

    /** The number that is the listing's order: terms on it also say where to start. */
    SearchFields<T> id(String name, ToLongFunction<T> number, Function<Long, Optional<T>> find) {
        return field(
                name,
                term -> term.number().map(wanted -> switch (term.comparator()) {
                    case "=" -> found(find.apply(wanted).stream().toList());
                    case ">" -> new Filter<>(numbers(term, number, wanted).test(), Optional.empty(), wanted);
                    case ">=" -> new Filter<>(numbers(term, number, wanted).test(), Optional.empty(), wanted - 1);
                    default -> numbers(term, number, wanted);
                }));
    }

    SearchFields<T> time(String name, Function<T, Instant> time) {
        return field(name, term -> term.time().map(wanted -> Filter.test(row -> term.holds(time.apply(row), wanted))));
    }

    /** Exactly these rows. */
    static <T> Filter<T> found(List<T> rows) {
        LinkedHashSet<T> set = new LinkedHashSet<>(rows);
        Predicate<T> test = set::contains;
        return new Filter<>(test, Optional.of(set), Long.MIN_VALUE);
    }

    private Filter<T> numbers(Term term, ToLongFunction<T> number, long wanted) {
        return Filter.test(row -> term.holds(number.applyAsLong(row), wanted));
    }

    Optional<Reader<T>> reader(String name) {
        return Optional.ofNullable(readers.get(name));
    }
}
