package io.tallyport.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows by key, in key order, that go back to what they were when a unit of work on the same thread fails.
 *
 * <p>Other threads see a change at once, not at the commit: it is a stand-in, not a database.
 */
public final class InMemoryTable<K extends Comparable<K>, V> {

    private final TreeMap<K, V> rows = new TreeMap<>();

    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Adds or replaces, and gives what was there before. */
    public synchronized Optional<V> put(K key, V value) {
        Optional<V> before = Optional.ofNullable(rows.put(key, value));
        InMemoryUnitOfWork.undoLater(() -> restore(key, before));
        return before;
    }

    /** Adds; false, and nothing changed, when the key is there already. */
    public synchronized boolean add(K key, V value) {
        if (rows.containsKey(key)) {
            return false;
        }
        put(key, value);
        return true;
    }

    /** Replaces {@code expected} by {@code wanted}; false, and nothing changed, when something else is there. */
    public synchronized boolean replace(K key, V expected, V wanted) {
        if (!expected.equals(rows.get(key))) {
            return false;
        }
        put(key, wanted);
        return true;
    }

    public synchronized boolean remove(K key) {
        Optional<V> before = Optional.ofNullable(rows.remove(key));
        InMemoryUnitOfWork.undoLater(() -> restore(key, before));
        return before.isPresent();
    }

    /** A copy, in key order. */
    public synchronized List<V> values() {
        return new ArrayList<>(rows.values());
    }

    /** A copy, the greatest key first. */
    public synchronized List<V> newestFirst(int limit) {
        return rows.descendingMap().values().stream().limit(limit).toList();
    }

    /** A copy, in key order. */
    public synchronized SortedMap<K, V> copy() {
        return new TreeMap<>(rows);
    }

    private synchronized void restore(K key, Optional<V> before) {
        before.ifPresentOrElse(value -> rows.put(key, value), () -> rows.remove(key));
    }
}
