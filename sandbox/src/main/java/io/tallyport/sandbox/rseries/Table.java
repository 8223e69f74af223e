package io.tallyport.sandbox.rseries;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The rows of one entity, kept in each order that lists can have; guarded by the store's lock. */
final class Table<R> {

    private final Map<String, Function<R, SortKey>> orders;
    private final Map<String, NavigableMap<SortKey, R>> indexes = new HashMap<>();
    private final Function<Long, Collection<R>> byItem;

    /**
     * An empty table.
     *
     * @param orders the sortable fields and a row's place by each
     * @param byItem the rows that belong to an item
     */
    Table(Map<String, Function<R, SortKey>> orders, Function<Long, Collection<R>> byItem) {
        this.orders = Map.copyOf(orders);
        this.byItem = byItem;
        orders.keySet().forEach(order -> indexes.put(order, new TreeMap<>()));
    }

    Set<String> sortable() {
        return orders.keySet();
    }

    void add(R row) {
        orders.forEach((order, key) -> index(order).put(key.apply(row), row));
    }

    void remove(R row) {
        orders.forEach((order, key) -> index(order).remove(key.apply(row)));
    }

    /** Runs {@code change}, which may move {@code row} in some order. */
    void change(R row, Runnable change) {
        orders.forEach((order, key) -> index(order).remove(key.apply(row)));
        change.run();
        add(row);
    }

    long count(ListQuery<R> query) {
        return candidates(query).values().stream().filter(query::matches).count();
    }

    Page<R> page(ListQuery<R> query) {
        NavigableMap<SortKey, R> ordered =
                query.descending() ? candidates(query).descendingMap() : candidates(query);
        if (query.before().isPresent()) {
            PageToken before = query.before().get();
            List<R> rows = first(ordered.headMap(before.place(), false).descendingMap(), query, query.limit() + 1);
            boolean more = rows.size() > query.limit();
            List<R> shown = new ArrayList<>(more ? rows.subList(0, query.limit()) : rows);
            Collections.reverse(shown);
            Optional<PageToken> next = shown.isEmpty() ? Optional.empty() : Optional.of(last(shown, query, 0));
            return new Page<>(shown, next, more ? Optional.of(token(shown.get(0), query, 0)) : Optional.empty());
        }
        Optional<PageToken> after = query.after();
        List<R> rows = first(
                after.isPresent() ? ordered.tailMap(after.get().place(), false) : ordered, query, query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<R> shown = more ? rows.subList(0, query.limit()) : rows;
        Optional<PageToken> previous = shown.isEmpty() ? after : after.map(ignored -> token(shown.get(0), query, 0));
        return new Page<>(shown, more ? Optional.of(last(shown, query, 0)) : Optional.empty(), previous);
    }

    /** The rows of the page before {@code query}'s once more; its next page is the one that was asked for. */
    Page<R> repeated(ListQuery<R> query) {
        PageToken after = query.after().orElseThrow();
        NavigableMap<SortKey, R> ordered =
                query.descending() ? candidates(query).descendingMap() : candidates(query);
        List<R> rows = first(ordered.headMap(after.place(), true).descendingMap(), query, query.limit());
        Collections.reverse(rows);
        return new Page<>(
                rows, Optional.of(new PageToken(query.sort(), after.place(), after.serial() + 1)), Optional.of(after));
    }

    private NavigableMap<SortKey, R> candidates(ListQuery<R> query) {
        Optional<Set<Long>> itemIds = query.itemIds();
        if (itemIds.isEmpty()) {
            return index(query.sortField());
        }
        Function<R, SortKey> key = key(query.sortField());
        NavigableMap<SortKey, R> few = new TreeMap<>();
        itemIds.get().forEach(id -> byItem.apply(id).forEach(row -> few.put(key.apply(row), row)));
        return few;
    }

    private static <R> List<R> first(NavigableMap<SortKey, R> ordered, ListQuery<R> query, int most) {
        List<R> rows = new ArrayList<>();
        for (R row : ordered.values()) {
            if (query.matches(row)) {
                rows.add(row);
                if (rows.size() == most) {
                    break;
                }
            }
        }
        return rows;
    }

    private PageToken last(List<R> rows, ListQuery<R> query, int serial) {
        return token(rows.get(rows.size() - 1), query, serial);
    }

    private PageToken token(R row, ListQuery<R> query, int serial) {
        return new PageToken(query.sort(), key(query.sortField()).apply(row), serial);
    }

    private NavigableMap<SortKey, R> index(String order) {
        return Optional.ofNullable(indexes.get(order)).orElseThrow();
    }

    private Function<R, SortKey> key(String order) {
        return Optional.ofNullable(orders.get(order)).orElseThrow();
    }
}
