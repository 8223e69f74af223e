package io.tallyport.runtime.spool;

import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Rows as they arrive, up to a number that can be sorted in memory, and then in order. */
final class RunBuffer {

    /** So that a row's number takes two bytes. */
    static final int MOST_ROWS = 1 << 16;

    private static final int MOST_BYTES = 24 << 20;
    private static final int NUMBER_BITS = 16;

    private final RowBytes rows = new RowBytes(1 << 16);
    private int[] starts = new int[1024];
    private int count;

    /** Adds a row and gives a look at it. */
    RowView add(StockLevel level, RowView view) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        int start = rows.add(level);
        starts[count++] = start;
        return view.at(rows.bytes(), start);
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == MOST_ROWS || rows.size() > MOST_BYTES;
    }

    void clear() {
        rows.clear();
        count = 0;
    }

    /**
     * All rows in order.
     *
     * @param repeated whether an item may be there more than once; only its last row is given then
     */
    byte[] inOrder(boolean repeated) {
        byte[] from = rows.bytes();
        byte[] ordered = new byte[rows.size()];
        int to = 0;
        BitSet outdated = repeated ? outdated() : new BitSet();
        for (int number : order()) {
            int start = starts[number];
            if (!outdated.get(number)) {
                int length = RowView.length(from, start);
                System.arraycopy(from, start, ordered, to, length);
                to += length;
            }
        }
        return to == ordered.length ? ordered : Arrays.copyOf(ordered, to);
    }

    /** The rows after which another came for the same item. */
    private BitSet outdated() {
        BitSet outdated = new BitSet(count);
        Map<ExternalId, Integer> last = new HashMap<>();
        RowView view = new RowView();
        for (int number = 0; number < count; number++) {
            Integer before = last.put(view.at(rows.bytes(), starts[number]).item(), number);
            if (before != null) {
                outdated.set(before);
            }
        }
        return outdated;
    }

    /**
     * The rows' numbers in order: sorted as numbers by six bytes of their keys after what all keys have in common, which
     * is quick, and then by the whole key where those are equal.
     */
    private int[] order() {
        long[] sorted = new long[count];
        int common = common();
        RowView view = new RowView();
        for (int number = 0; number < count; number++) {
            long part = view.at(rows.bytes(), starts[number]).keyPart(common);
            sorted[number] = ((part << NUMBER_BITS) | number) ^ Long.MIN_VALUE;
        }
        Arrays.sort(sorted);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) sorted[i] & (MOST_ROWS - 1);
        }
        int from = 0;
        for (int to = 1; to <= count; to++) {
            if (to == count || sorted[to] >> NUMBER_BITS != sorted[from] >> NUMBER_BITS) {
                settle(order, from, to);
                from = to;
            }
        }
        return order;
    }

    private int common() {
        RowView first = new RowView();
        RowView other = new RowView();
        int common = Integer.MAX_VALUE;
        for (int number = 0; number < count && common > 0; number++) {
            first.at(rows.bytes(), starts[0]);
            common = Math.min(common, first.commonWith(other.at(rows.bytes(), starts[number])));
        }
        return common;
    }

    private void settle(int[] order, int from, int to) {
        if (to - from < 2) {
            return;
        }
        RowView one = new RowView();
        RowView two = new RowView();
        byte[] bytes = rows.bytes();
        Integer[] equal = new Integer[to - from];
        Arrays.setAll(equal, i -> order[from + i]);
        Arrays.sort(equal, (a, b) -> one.at(bytes, starts[a]).compareTo(two.at(bytes, starts[b])));
        for (int i = from; i < to; i++) {
            order[i] = equal[i - from];
        }
    }
}
