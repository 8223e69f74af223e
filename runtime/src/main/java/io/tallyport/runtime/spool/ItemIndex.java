package io.tallyport.runtime.spool;

/**
 * Which run an item was last seen in, for a million items in 24 MB: an open hash table from 64 bits of the item's id to
 * the run's number.
 *
 * <p>Two items that shared all 64 bits would count as one, which makes a read look incomplete: nothing is concluded from
 * it then.
 */
final class ItemIndex {

    static final int NOWHERE = -1;

    private long[] items = new long[1 << 12];
    private int[] runs = new int[1 << 12];
    private int size;

    long size() {
        return size;
    }

    /** Remembers the run and gives the one before. */
    int put(long hash, int run) {
        if (3L * size > 2L * items.length) {
            grow();
        }
        int slot = slot(items, hash);
        if (items[slot] == 0) {
            items[slot] = key(hash);
            runs[slot] = run;
            size++;
            return NOWHERE;
        }
        int before = runs[slot];
        runs[slot] = run;
        return before;
    }

    int get(long hash) {
        int slot = slot(items, hash);
        return items[slot] == 0 ? NOWHERE : runs[slot];
    }

    /** Zero stands for an empty slot. */
    private static long key(long hash) {
        return hash == 0 ? 1 : hash;
    }

    private static int slot(long[] table, long hash) {
        long key = key(hash);
        int slot = (int) key & (table.length - 1);
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] moreItems = new long[2 * items.length];
        int[] moreRuns = new int[2 * items.length];
        for (int i = 0; i < items.length; i++) {
            if (items[i] != 0) {
                int slot = slot(moreItems, items[i]);
                moreItems[slot] = items[i];
                moreRuns[slot] = runs[i];
            }
        }
        items = moreItems;
        runs = moreRuns;
    }
}
