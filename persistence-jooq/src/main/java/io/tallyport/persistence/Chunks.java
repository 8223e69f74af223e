package io.tallyport.persistence;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts what is stored at once into statements of a size that every database takes. */
final class Chunks {

    private static final int ROWS = 500;

    private Chunks() {}

    static <T> Stream<List<T>> of(List<T> rows) {
        int count = (rows.size() + ROWS - 1) / ROWS;
        return IntStream.range(0, count).mapToObj(i -> rows.subList(i * ROWS, Math.min(rows.size(), (i + 1) * ROWS)));
    }
}
