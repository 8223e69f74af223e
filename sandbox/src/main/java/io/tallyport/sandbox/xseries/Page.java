package io.tallyport.sandbox.xseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a list and the versions they span; a page that was cut short by a fault still tells what it should have.
 */
record Page<R extends Versioned>(List<R> rows, Optional<Long> min, Optional<Long> max) {

    Page {
        rows = List.copyOf(rows);
    }

    static <R extends Versioned> Page<R> of(List<R> rows) {
        return new Page<>(
                rows,
                rows.stream().map(Versioned::version).min(Long::compare),
                rows.stream().map(Versioned::version).max(Long::compare));
    }

    /** Without a third of the rows, taken from the middle so that the last row still leads on. */
    Page<R> truncated() {
        int lost = (rows.size() + 2) / 3;
        int from = (rows.size() - lost) / 2;
        List<R> left = new ArrayList<>(rows.subList(0, from));
        left.addAll(rows.subList(from + lost, rows.size()));
        return new Page<>(left, min, max);
    }
}
