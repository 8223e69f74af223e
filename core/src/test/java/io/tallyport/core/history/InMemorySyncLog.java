package io.tallyport.core.history;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.Page;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The sync log in memory. */
public final class InMemorySyncLog implements SyncLog {

    private static final int PAGE = 500;

    private final InMemoryTable<Long, SyncEntry> entries = new InMemoryTable<>();
    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void append(List<SyncEntry> added) {
        added.forEach(entry -> entries.put(sequence.incrementAndGet(), truncated(entry)));
    }

    @Override
    public Page<SyncEntry> ofRun(RunId run, Optional<Cursor> cursor) {
        List<SyncEntry> all = entries.values().stream()
                .filter(entry -> entry.run().equals(run))
                .toList();
        int from = cursor.map(where -> Integer.parseInt(where.value())).orElse(0);
        int to = Math.min(all.size(), from + PAGE);
        List<SyncEntry> part = all.subList(from, to);
        return to < all.size() ? Page.withNext(part, new Cursor("" + to)) : Page.last(part, all.size());
    }

    @Override
    public List<SyncEntry> about(String entity, int limit) {
        return entries.newestFirst(Integer.MAX_VALUE).stream()
                .filter(entry -> entry.entity().equals(entity))
                .limit(limit)
                .toList();
    }

    private static SyncEntry truncated(SyncEntry entry) {
        return new SyncEntry(
                entry.run(),
                entry.at().truncatedTo(ChronoUnit.MICROS),
                entry.entity(),
                entry.operation(),
                entry.status(),
                entry.before(),
                entry.after(),
                entry.code(),
                entry.message());
    }
}
