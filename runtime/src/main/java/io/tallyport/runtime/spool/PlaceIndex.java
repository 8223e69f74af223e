package io.tallyport.runtime.spool;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where texts stand in a file, at sixteen to thirty-two bytes for each: it knows them by a hash of 64 bits alone, so
 * whoever looks there must look whether it is the right one.
 */
final class PlaceIndex {

    private static final int FIRST_SIZE = 1024;
    private static final long[] NOWHERE = {};

    /** A power of two in length; 0 is free. */
    private long[] hashes = new long[FIRST_SIZE];

    private long[] places = new long[FIRST_SIZE];
    private int size;

    /** Puts a text at a place, and nowhere else. */
    void replace(String text, long place) {
        long hash = hash(text);
        int slot = slot(hash);
        if (hashes[slot] == hash) {
            places[slot] = place;
        } else {
            put(slot, hash, place);
        }
    }

    /** Puts a text at a further place. */
    void add(String text, long place) {
        long hash = hash(text);
        int slot = slot(hash);
        while (hashes[slot] != 0) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        put(slot, hash, place);
    }

    private void put(int slot, long hash, long place) {
        hashes[slot] = hash;
        places[slot] = place;
        size++;
        if (size > hashes.length / 2) {
            grow();
        }
    }

    /** The places of a text, and by rare chance one of another's. */
    long[] places(String text) {
        long hash = hash(text);
        long[] found = NOWHERE;
        for (int slot = slot(hash); hashes[slot] != 0; slot = (slot + 1) & (hashes.length - 1)) {
            if (hashes[slot] == hash) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = places[slot];
            }
        }
        return found;
    }

    /** Whether a text stands at that place. */
    boolean holds(String text, long place) {
        return Arrays.stream(places(text)).anyMatch(each -> each == place);
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldPlaces = places;
        hashes = new long[oldHashes.length * 2];
        places = new long[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = free(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    private int free(long hash) {
        int slot = start(hash);
        while (hashes[slot] != 0) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    /** The first that holds the hash, or else the free one where it belongs. */
    private int slot(long hash) {
        int slot = start(hash);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    private int start(long hash) {
        return (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
    }

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long hash = Bytes.hash(bytes, 0, bytes.length);
        return hash == 0 ? 1 : hash;
    }
}
