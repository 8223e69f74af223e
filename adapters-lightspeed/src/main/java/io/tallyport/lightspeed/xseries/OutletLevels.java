package io.tallyport.lightspeed.xseries;

import io.tallyport.core.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The levels of one outlet by product, kept in 26 to 50 bytes each, so that a million of them do not fill a small heap;
 * and which products were served already. Not for sharing between threads.
 */
final class OutletLevels {

    private static final int FIRST_CAPACITY = 1024;
    private static final byte STOCKED = 1;
    private static final byte KNOWN = 2;
    private static final byte SERVED = 4;

    /** Where in the arrays a product is, plus one; 0 for none. Twice as long as they are, at least. */
    private int[] slots = new int[4 * FIRST_CAPACITY];

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private long[] units = new long[FIRST_CAPACITY];
    private byte[] scales = new byte[FIRST_CAPACITY];
    private byte[] flags = new byte[FIRST_CAPACITY];
    private int size;
    private int served;

    /** The later counts. */
    void put(InventoryRow row) {
        int at = place(row.product());
        flags[at] &= SERVED;
        if (row.deleted()) {
            return;
        }
        flags[at] |= STOCKED;
        if (row.level().isPresent()) {
            BigDecimal level = row.level().get().units();
            units[at] = level.unscaledValue().longValueExact();
            scales[at] = (byte) level.scale();
            flags[at] |= KNOWN;
        }
    }

    boolean isStocked(UUID product) {
        int at = find(product);
        return at >= 0 && (flags[at] & STOCKED) != 0;
    }

    /** Empty when there is no level, or none that was told. */
    Optional<Quantity> level(UUID product) {
        int at = find(product);
        return at >= 0 && (flags[at] & KNOWN) != 0
                ? Optional.of(new Quantity(BigDecimal.valueOf(units[at], scales[at])))
                : Optional.empty();
    }

    /** Notes that a product was served, once or again. */
    void serve(UUID product) {
        int at = place(product);
        if ((flags[at] & SERVED) == 0) {
            flags[at] |= SERVED;
            served++;
        }
    }

    /** How many different products were served. */
    int served() {
        return served;
    }

    private int place(UUID product) {
        int at = find(product);
        return at >= 0 ? at : add(product);
    }

    private int find(UUID product) {
        return slots[slot(product.getMostSignificantBits(), product.getLeastSignificantBits())] - 1;
    }

    private int add(UUID product) {
        if (size == high.length) {
            grow();
        }
        high[size] = product.getMostSignificantBits();
        low[size] = product.getLeastSignificantBits();
        slots[slot(high[size], low[size])] = size + 1;
        return size++;
    }

    /** The slot that holds the product, or the free one where it belongs. */
    private int slot(long hi, long lo) {
        int mask = slots.length - 1;
        long mixed = (hi ^ Long.rotateLeft(lo, 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0 && (high[slots[slot] - 1] != hi || low[slots[slot] - 1] != lo)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        units = Arrays.copyOf(units, capacity);
        scales = Arrays.copyOf(scales, capacity);
        flags = Arrays.copyOf(flags, capacity);
        if (slots.length < 2 * capacity) {
            slots = new int[2 * slots.length];
            for (int at = 0; at < size; at++) {
                slots[slot(high[at], low[at])] = at + 1;
            }
        }
    }
}
