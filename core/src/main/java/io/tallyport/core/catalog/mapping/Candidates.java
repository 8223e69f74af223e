package io.tallyport.core.catalog.mapping;

import java.util.Arrays;

/** A few numbers of items, each once, in the order in which they came. */
final class Candidates {

    private int[] items = new int[64];
    private int size;

    void add(int item) {
        for (int at = 0; at < size; at++) {
            if (items[at] == item) {
                return;
            }
        }
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return items[at];
    }
}
