package io.tallyport.sandbox.shopify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One page of a listing.
 *
 * @param start cursor of the first row, empty on an empty page
 * @param end where the next page starts
 */
record Connection<T>(
        List<Edge<T>> edges, Optional<String> start, Optional<String> end, boolean hasNext, boolean hasPrevious) {

    /** A listing ends after so many rows, whatever is left. */
    static final int MAX_ROWS = 25_000;

    /** A row and the place after it. */
    record Edge<T>(String cursor, T node) {}

    /** Which page is asked for. */
    record Slice(
            Optional<Integer> first,
            Optional<Integer> last,
            Optional<String> after,
            Optional<String> before,
            boolean reverse) {

        int size() {
            int size = first.or(this::last)
                    .orElseThrow(() -> new RequestError("BAD_REQUEST", "you must provide one of first or last"));
            if (size < 1 || size > 250) {
                throw new RequestError(
                        "BAD_REQUEST", (first.isPresent() ? "first" : "last") + " must be between 1 and 250");
            }
            return size;
        }
    }

    static <T> Connection<T> page(NavigableMap<SortKey, T> rows, Predicate<T> wanted, Slice slice) {
        int size = slice.size();
        NavigableMap<SortKey, T> order = slice.reverse() ? rows.descendingMap() : rows;
        if (slice.before().isPresent()) {
            order = order.headMap(Cursor.parse(slice.before().get()).key(), false);
        }
        int seen = 0;
        if (slice.after().isPresent()) {
            Cursor after = Cursor.parse(slice.after().get());
            order = order.tailMap(after.key(), false);
            seen = after.seen();
        }
        return slice.first().isPresent()
                ? forward(order, wanted, size, seen)
                : backward(order, wanted, size, slice.before().isPresent());
    }

    private static <T> Connection<T> forward(NavigableMap<SortKey, T> order, Predicate<T> wanted, int size, int seen) {
        List<Edge<T>> edges = new ArrayList<>(size);
        Iterator<Map.Entry<SortKey, T>> rows = order.entrySet().iterator();
        boolean more = false;
        while (rows.hasNext() && !more) {
            Map.Entry<SortKey, T> row = rows.next();
            if (wanted.test(row.getValue())) {
                more = edges.size() == size || seen + edges.size() == MAX_ROWS;
                if (!more) {
                    int count = seen + edges.size() + 1;
                    edges.add(new Edge<>(new Cursor(row.getKey(), count).text(), row.getValue()));
                }
            }
        }
        return of(edges, more && seen + edges.size() < MAX_ROWS, seen > 0);
    }

    private static <T> Connection<T> backward(
            NavigableMap<SortKey, T> order, Predicate<T> wanted, int size, boolean hasNext) {
        Connection<T> mirrored = forward(order.descendingMap(), wanted, size, 0);
        List<Edge<T>> edges = new ArrayList<>(mirrored.edges);
        Collections.reverse(edges);
        return of(edges, hasNext, mirrored.hasNext);
    }

    private static <T> Connection<T> of(List<Edge<T>> edges, boolean hasNext, boolean hasPrevious) {
        return new Connection<>(
                edges,
                edges.stream().findFirst().map(Edge::cursor),
                edges.isEmpty()
                        ? Optional.empty()
                        : Optional.of(edges.get(edges.size() - 1).cursor()),
                hasNext,
                hasPrevious);
    }

    /** Lacks a row from its middle and gives nothing away. */
    Connection<T> truncated() {
        List<Edge<T>> fewer = new ArrayList<>(edges);
        fewer.remove(fewer.size() / 2);
        return new Connection<>(fewer, start, end, hasNext, hasPrevious);
    }

    /** These rows once more, with {@code after} as their end, so that the caller asks for the same page again. */
    Connection<T> endingAt(String after) {
        return new Connection<>(edges, start, Optional.of(after), true, hasPrevious);
    }
}
