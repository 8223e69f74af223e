package io.tallyport.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.tallyport.sandbox.http.FaultKind;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A searchable listing. A page starts at its cursor, or at what the search's ids allow, and SKUs and ids are looked up
 * in an index: walking through the whole listing costs one pass, not one pass for each page.
 *
 * @param rows in the order wanted
 * @param key where a row stands in that order
 * @param byId whether that order is the one of ids
 */
record Listing<T>(NavigableMap<SortKey, T> rows, Function<T, SortKey> key, boolean byId, SearchFields<T> fields) {

    Connection<T> page(DataFetchingEnvironment env, Predicate<T> wanted) {
        Arguments arguments = Arguments.of(env);
        Filter<T> filter = filter(env, arguments);
        NavigableMap<SortKey, T> candidates = candidates(filter);
        Predicate<T> test = wanted.and(filter.test());
        Connection.Slice slice = arguments.slice();
        Call call = Call.of(env);
        if (slice.after().isPresent() && slice.first().isPresent() && call.takeFault(FaultKind.DUPLICATE_PAGE)) {
            return previous(candidates, test, slice, slice.after().get());
        }
        Connection<T> page = Connection.page(candidates, test, slice);
        return !page.edges().isEmpty() && call.takeFault(FaultKind.TRUNCATED_PAGE) ? page.truncated() : page;
    }

    /** How many rows there are, counting no further than {@code limit}. */
    int count(DataFetchingEnvironment env, int limit) {
        Arguments arguments = Arguments.of(env);
        if (arguments.textIfGiven("query").isEmpty()) {
            return Math.min(rows.size(), limit);
        }
        Filter<T> filter = filter(env, arguments);
        return (int) candidates(filter).values().stream()
                .filter(filter.test())
                .limit(limit)
                .count();
    }

    private Filter<T> filter(DataFetchingEnvironment env, Arguments arguments) {
        Optional<String> query = arguments.textIfGiven("query");
        if (query.isEmpty()) {
            return Filter.all();
        }
        SearchParser.Search<T> search = SearchParser.parse(fields, query.get());
        Call.of(env).searched(env.getExecutionStepInfo().getPath().toList(), query.get(), search.warnings());
        return search.filter();
    }

    private NavigableMap<SortKey, T> candidates(Filter<T> filter) {
        if (filter.rows().isPresent()) {
            NavigableMap<SortKey, T> few = new TreeMap<>();
            filter.rows().get().forEach(row -> few.put(key.apply(row), row));
            return few;
        }
        return byId ? rows.tailMap(SortKey.of(filter.above()), false) : rows;
    }

    /** The page before, ending where it ended, so that paging goes on with the page that was asked for. */
    private static <T> Connection<T> previous(
            NavigableMap<SortKey, T> candidates, Predicate<T> test, Connection.Slice slice, String after) {
        SortKey end = Cursor.parse(after).key();
        SortKey behind = new SortKey(end.text(), end.id() + (slice.reverse() ? -1 : 1));
        Connection.Slice before = new Connection.Slice(
                Optional.empty(),
                slice.first(),
                Optional.empty(),
                Optional.of(new Cursor(behind, 0).text()),
                slice.reverse());
        return Connection.page(candidates, test, before).endingAt(after);
    }
}
