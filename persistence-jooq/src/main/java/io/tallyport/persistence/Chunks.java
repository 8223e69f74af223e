package io.tallyport.persistence;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts what is stored at once into statements of a size that every database takes. */
final class Chunks {

    private static final int ROWS = 500;

    private Chunks() {}

    static <T> Stream<List<T>> of(List<T> rows) {
        return of(rows, ROWS);
    }

    static <T> Stream<List<T>> of(List<T> rows, int size) {
        int count = (rows.size() + size - 1) / size;
        return IntStream.range(0, count).mapToObj(i -> rows.subList(i * size, Math.min(rows.size(), (i + 1) * size)));
    }
}
