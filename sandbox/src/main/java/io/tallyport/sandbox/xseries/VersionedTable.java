package io.tallyport.sandbox.xseries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rows of one resource in the order of their versions; guarded by the store's monitor. */
final class VersionedTable<R extends Versioned> {

    /** One continued page in so many holds less than was asked for although more follows, as in life. */
    private static final int SHORT_ONE_IN = 4;

    private final NavigableMap<Long, R> rows = new TreeMap<>();
    private final VersionCounter counter;

    VersionedTable(VersionCounter counter) {
        this.counter = counter;
    }

    void add(R row) {
        row.mark(counter.next());
        rows.put(row.version(), row);
    }

    /** Gives a changed row the next version, which moves it to the end. */
    void touch(R row) {
        rows.remove(row.version());
        add(row);
    }

    int size() {
        return rows.size();
    }

    /** The rows of one page in the window's order. */
    List<R> page(Window window, Predicate<R> wanted) {
        List<R> page = first(within(window).values(), window.size(), wanted);
        boolean shortened =
                window.continued() && page.size() > 1 && VersionCounter.mixed(window.cursor()) % SHORT_ONE_IN == 0;
        return shortened ? page.subList(0, page.size() - (page.size() + 3) / 4) : page;
    }

    /** The rows before the window's beginning once more, as a page of its size. */
    List<R> repeated(Window window, Predicate<R> wanted) {
        NavigableMap<Long, R> passed = window.descending()
                ? rows.tailMap(window.before(), true)
                : rows.headMap(window.after(), true).descendingMap();
        List<R> page = first(passed.values(), window.size(), wanted);
        Collections.reverse(page);
        return page;
    }

    private NavigableMap<Long, R> within(Window window) {
        if (window.after() >= window.before()) {
            return Collections.emptyNavigableMap();
        }
        NavigableMap<Long, R> part = rows.subMap(window.after(), false, window.before(), false);
        return window.descending() ? part.descendingMap() : part;
    }

    private static <R> List<R> first(Iterable<R> ordered, int most, Predicate<R> wanted) {
        List<R> page = new ArrayList<>();
        for (R row : ordered) {
            if (page.size() == most) {
                break;
            }
            if (wanted.test(row)) {
                page.add(row);
            }
        }
        return page;
    }
}
