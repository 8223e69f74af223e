package io.tallyport.core.job.testing;

import io.tallyport.core.job.Pulse;
import io.tallyport.core.job.WorkerId;
import io.tallyport.core.job.WorkerInfo;
import io.tallyport.core.job.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Workers, and how long their leases last. */
final class MemoryWorkers implements Workers {

    private static final Duration LISTED = Duration.ofDays(1);

    private static final class Entry {
        final WorkerInfo info;
        final Instant startedAt;
        Instant lastSeen;
        Instant until;
        boolean left;
        int running;
        long memoryBytes;

        Entry(WorkerInfo info, Instant now, Instant until) {
            this.info = info;
            this.startedAt = now;
            this.lastSeen = now;
            this.until = until;
        }
    }

    private final JobTable table;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private long lastId;

    MemoryWorkers(JobTable table) {
        this.table = table;
    }

    @Override
    public WorkerId join(WorkerInfo info, Duration lease) {
        synchronized (table) {
            Instant now = table.now();
            entries.put(++lastId, new Entry(info, now, now.plus(lease)));
            return new WorkerId(lastId);
        }
    }

    @Override
    public void leave(WorkerId id) {
        synchronized (table) {
            Entry entry = entries.get(id.value());
            if (entry != null) {
                entry.left = true;
            }
        }
    }

    @Override
    public List<Seen> list() {
        synchronized (table) {
            Instant since = table.now().minus(LISTED);
            return entries.entrySet().stream()
                    .filter(one ->
                            !one.getValue().left || one.getValue().lastSeen.isAfter(since))
                    .map(one -> seen(new WorkerId(one.getKey()), one.getValue()))
                    .sorted(Comparator.comparing(Seen::startedAt)
                            .thenComparing(one -> one.id().value())
                            .reversed())
                    .toList();
        }
    }

    private Seen seen(WorkerId id, Entry entry) {
        return new Seen(
                id,
                entry.info,
                entry.startedAt,
                entry.lastSeen,
                isAlive(entry),
                table.running().stream().filter(row -> id.equals(row.worker)).count(),
                entry.running,
                entry.memoryBytes);
    }

    @Override
    public int forget(Duration age) {
        synchronized (table) {
            Instant since = table.now().minus(age);
            int before = entries.size();
            entries.values().removeIf(entry -> entry.lastSeen.isBefore(since));
            return before - entries.size();
        }
    }

    boolean isAlive(WorkerId id) {
        Entry entry = entries.get(id.value());
        return entry != null && isAlive(entry);
    }

    private boolean isAlive(Entry entry) {
        return !entry.left && entry.until.isAfter(table.now());
    }

    int alive() {
        return (int) entries.values().stream().filter(this::isAlive).count();
    }

    String nameOf(WorkerId id) {
        Entry entry = entries.get(id.value());
        return entry == null ? "" : entry.info.name();
    }

    /** Whether the worker has not left and was not given up. */
    boolean renew(WorkerId id, Pulse pulse, Duration lease) {
        Entry entry = entries.get(id.value());
        if (entry == null || entry.left) {
            return false;
        }
        Instant now = table.now();
        entry.lastSeen = now;
        entry.until = now.plus(lease);
        entry.running = pulse.running();
        entry.memoryBytes = pulse.memoryBytes();
        return true;
    }
}
