package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;

/**
 * Items that were seen, at eight to sixteen bytes for each instead of a hundred, since a whole read of a large shop must
 * not hold its million ids.
 *
 * <p>It keeps a hash of 64 bits for each: two ids out of a million fall together once in tens of millions of reads, and
 * then an item that is gone stays until the next whole read.
 */
final class SeenItems {

    private static final int FIRST_SIZE = 1024;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** A power of two in length; 0 is a free place. */
    private long[] places = new long[FIRST_SIZE];

    private int count;

    void add(ExternalId item) {
        if (put(places, hash(item))) {
            count++;
        }
        if (count > places.length / 4 * 3) {
            grow();
        }
    }

    boolean contains(ExternalId item) {
        long hash = hash(item);
        return places[place(places, hash)] == hash;
    }

    int count() {
        return count;
    }

    private void grow() {
        long[] larger = new long[places.length * 2];
        for (long hash : places) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        places = larger;
    }

    private static boolean put(long[] places, long hash) {
        int place = place(places, hash);
        boolean isNew = places[place] != hash;
        places[place] = hash;
        return isNew;
    }

    /** Where the hash is, or the free place where it belongs. */
    static int place(long[] places, long hash) {
        int mask = places.length - 1;
        int place = (int) (hash ^ (hash >>> 32)) & mask;
        while (places[place] != 0 && places[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Never 0; FNV-1a over the characters, then mixed, as ids differ in their last digits only. */
    static long hash(ExternalId item) {
        String text = item.value();
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
