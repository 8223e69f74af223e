package io.tallyport.core.catalog.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Which items of the target have a key: 40 bits of the key's hash and 24 of the item's number, in one sorted array of
 * eight bytes an entry.
 *
 * <p>Two keys may share a hash: what is found is a candidate, and is compared.
 */
final class KeyPostings {

    /** How many items one key may have: what more items share does not tell them apart. */
    static final int MOST = 40;

    private static final int ITEM_BITS = 24;
    private static final long ITEM_MASK = (1L << ITEM_BITS) - 1;

    private long[] entries = new long[1024];
    private int size;

    void add(String key, int item) {
        if (item > ITEM_MASK) {
            throw new IllegalArgumentException("more than " + ITEM_MASK + " items cannot be compared");
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = hash(key) << ITEM_BITS | item;
    }

    /** Ends the adding. */
    void sort() {
        entries = Arrays.copyOf(entries, size);
        Arrays.sort(entries);
    }

    /** Adds the key's items to {@code found}, unless there are more than {@link #MOST}. */
    void collect(String key, Candidates found) {
        long low = hash(key) << ITEM_BITS;
        int from = Arrays.binarySearch(entries, low);
        from = from < 0 ? -from - 1 : from;
        int to = from;
        while (to < size && entries[to] >>> ITEM_BITS == low >>> ITEM_BITS) {
            to++;
        }
        if (to - from <= MOST) {
            for (int at = from; at < to; at++) {
                found.add((int) (entries[at] & ITEM_MASK));
            }
        }
    }

    /** FNV-1a's upper bits over the text, mixed with its checksum, so that near texts are far apart. */
    private static long hash(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        long hash = 0xcbf29ce484222325L;
        for (byte each : bytes) {
            hash = (hash ^ each) * 0x100000001b3L;
        }
        long mixed = (hash ^ checksum.getValue() << 29) * 0x9e3779b97f4a7c15L;
        return mixed >>> ITEM_BITS;
    }
}
