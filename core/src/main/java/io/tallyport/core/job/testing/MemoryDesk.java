package io.tallyport.core.job.testing;

import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person does with jobs. */
final class MemoryDesk implements JobDesk {

    private final JobTable table;
    private final Family family;

    MemoryDesk(JobTable table, Family family) {
        this.table = table;
        this.family = family;
    }

    @Override
    public List<Cancelled> cancel(List<JobId> ids, String actor) {
        synchronized (table) {
            return ids.stream().map(id -> cancel(table.find(id), actor)).toList();
        }
    }

    private Cancelled cancel(@Nullable Row row, String actor) {
        if (row == null || row.state.isFinal()) {
            return Cancelled.TOO_LATE;
        }
        if (row.state == JobState.PROCESSING) {
            row.cancelRequested = true;
            return Cancelled.REQUESTED;
        }
        family.end(row, JobState.CANCELLED, "cancelled", "taken back by " + actor, actor);
        return Cancelled.CANCELLED;
    }

    @Override
    public int takeBack(List<JobId> ids, String actor) {
        synchronized (table) {
            return (int) ids.stream()
                    .distinct()
                    .filter(id -> isWaiting(id) && cancel(table.find(id), actor) == Cancelled.CANCELLED)
                    .count();
        }
    }

    private boolean isWaiting(JobId id) {
        Row row = table.find(id);
        return row != null && row.state.isWaiting();
    }

    @Override
    public boolean edit(JobId id, int version, String payload, String actor) {
        synchronized (table) {
            Row row = table.find(id);
            if (row == null || (!row.state.isWaiting() && row.state != JobState.DEAD)) {
                return false;
            }
            row.version = version;
            row.payload = payload;
            row.record(table.now(), actor, "edited", "");
            return true;
        }
    }

    @Override
    public List<JobId> replay(List<JobId> ids, String actor) {
        synchronized (table) {
            return ids.stream()
                    .distinct()
                    .filter(id -> replay(table.find(id), actor))
                    .toList();
        }
    }

    private boolean replay(@Nullable Row row, String actor) {
        boolean failed = row != null && row.state == JobState.FAILED;
        boolean ended = row != null && (row.state == JobState.DEAD || row.state == JobState.CANCELLED);
        if (row == null || (!failed && (!ended || table.successorOf(row).isPresent()))) {
            return false;
        }
        Instant now = table.now();
        table.change(row, () -> {
            row.availableAt = now;
            row.place = Place.READY;
            row.state = failed ? JobState.FAILED : JobState.PENDING;
        });
        if (ended) {
            row.attempts = 0;
            row.acknowledged = false;
            row.cancelRequested = false;
            row.endedAt = null;
            row.say("replayed", "");
        }
        row.record(now, actor, "replayed", "");
        return true;
    }

    @Override
    public int discard(List<JobId> ids, String actor) {
        synchronized (table) {
            return (int) ids.stream()
                    .distinct()
                    .filter(id -> discard(table.find(id), actor))
                    .count();
        }
    }

    private boolean discard(@Nullable Row row, String actor) {
        if (row == null || row.state != JobState.DEAD || row.acknowledged) {
            return false;
        }
        row.acknowledged = true;
        row.record(table.now(), actor, "discarded", "");
        return true;
    }

    @Override
    public long prune(Duration age, int limit) {
        synchronized (table) {
            Instant before = table.now().minus(age);
            List<Row> old = table.all().stream()
                    .filter(row -> row.endedAt != null && row.endedAt.isBefore(before))
                    .filter(row -> row.state != JobState.DEAD || row.acknowledged)
                    .filter(row -> !family.isWaitedFor(row))
                    .limit(limit)
                    .toList();
            old.forEach(table::remove);
            return old.size();
        }
    }
}
