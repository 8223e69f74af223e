package io.tallyport.runtime.spool;

import io.tallyport.core.inventory.StockLevel;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** The rows of all runs in order: a heap of runs, the least row on top. */
final class RunMerge implements Iterator<StockLevel> {

    private static final int ALL_BUFFERS = 8 << 20;
    private static final int LEAST_BUFFER = 1 << 12;
    private static final int MOST_BUFFER = 1 << 16;

    private final RunReader[] heap;
    private final Predicate<RunReader> counts;
    private int size;

    /**
     * @param counts whether the row on which a run stands is an item's last
     */
    RunMerge(FileChannel channel, List<SpoolRun> runs, Predicate<RunReader> counts) {
        this.heap = new RunReader[runs.size()];
        this.counts = counts;
        for (SpoolRun run : runs) {
            RunReader reader = new RunReader(channel, run, bufferSize(runs.size()));
            if (reader.next()) {
                heap[size++] = reader;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
        skip();
    }

    static int bufferSize(int runs) {
        return Math.max(LEAST_BUFFER, Math.min(MOST_BUFFER, ALL_BUFFERS / runs));
    }

    @Override
    public boolean hasNext() {
        return size > 0;
    }

    @Override
    public StockLevel next() {
        if (size == 0) {
            throw new NoSuchElementException();
        }
        StockLevel level = heap[0].row().level();
        advance();
        skip();
        return level;
    }

    private void skip() {
        while (size > 0 && !counts.test(heap[0])) {
            advance();
        }
    }

    private void advance() {
        if (!heap[0].next()) {
            heap[0] = heap[--size];
        }
        sink(0);
    }

    private void sink(int from) {
        int at = from;
        RunReader sinking = heap[at];
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isLess(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isLess(heap[child], sinking)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = sinking;
    }

    private static boolean isLess(RunReader one, RunReader other) {
        return one.row().compareTo(other.row()) < 0;
    }
}
