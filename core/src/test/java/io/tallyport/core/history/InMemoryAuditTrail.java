package io.tallyport.core.history;

import io.tallyport.core.kernel.InMemoryTable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The activity log in memory. */
public final class InMemoryAuditTrail implements AuditTrail {

    private final InMemoryTable<Long, AuditEntry> entries = new InMemoryTable<>();
    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void record(AuditEntry entry) {
        entries.put(
                sequence.incrementAndGet(),
                new AuditEntry(
                        entry.at().truncatedTo(ChronoUnit.MICROS),
                        entry.actor(),
                        entry.action(),
                        entry.subject(),
                        entry.details()));
    }

    @Override
    public List<AuditEntry> recent(int limit) {
        return entries.newestFirst(limit);
    }
}
