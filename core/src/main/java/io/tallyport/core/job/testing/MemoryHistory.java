package io.tallyport.core.job.testing;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.job.Transition;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as they are shown. */
final class MemoryHistory implements JobHistory {

    /** Where a row stands in the list. A page begins behind one, so rows that come or go do not shift it. */
    private record Spot(JobState state, Instant at, long id) implements Comparable<Spot> {

        private static final Comparator<Spot> ORDER =
                Comparator.comparing(Spot::state).thenComparing(Spot::at).thenComparingLong(Spot::id);

        static Spot of(Row row) {
            return new Spot(row.state, time(row), row.id.value());
        }

        private static Instant time(Row row) {
            @Nullable Instant at = row.state == JobState.PROCESSING ? row.startedAt : row.endedAt;
            return row.state.isWaiting() || at == null ? row.rank() : at;
        }

        static Spot behind(Cursor cursor) {
            String[] parts = cursor.value().split(" ");
            return new Spot(JobState.valueOf(parts[0]), Instant.parse(parts[1]), Long.parseLong(parts[2]));
        }

        Cursor cursor() {
            return new Cursor(state + " " + at + " " + id);
        }

        @Override
        public int compareTo(Spot other) {
            return ORDER.compare(this, other);
        }
    }

    private final JobTable table;
    private final MemoryWorkers workers;

    MemoryHistory(JobTable table, MemoryWorkers workers) {
        this.table = table;
        this.workers = workers;
    }

    @Override
    public Optional<Job> find(JobId id) {
        synchronized (table) {
            return Optional.ofNullable(table.find(id)).map(Row::job);
        }
    }

    @Override
    public Page<Job> list(JobFilter filter, Optional<Cursor> after, int limit) {
        synchronized (table) {
            Optional<Spot> start = after.map(Spot::behind);
            List<Row> rows = table.all().stream()
                    .filter(row -> fits(row, filter))
                    .filter(row -> start.isEmpty() || Spot.of(row).compareTo(start.get()) > 0)
                    .sorted(Comparator.comparing(Spot::of))
                    .limit(limit + 1L)
                    .toList();
            if (rows.size() <= limit) {
                return Page.last(rows.stream().map(Row::job).toList());
            }
            List<Row> shown = rows.subList(0, limit);
            return Page.withNext(
                    shown.stream().map(Row::job).toList(),
                    Spot.of(shown.get(limit - 1)).cursor());
        }
    }

    private static boolean fits(Row row, JobFilter filter) {
        return (filter.states().isEmpty() || filter.states().contains(row.state))
                && (filter.type().isEmpty() || filter.type().get().equals(row.made.type()))
                && (filter.group().isEmpty() || filter.group().equals(row.groupName()))
                && (filter.tag().isEmpty()
                        || row.made.tags().contains(filter.tag().get()))
                && (filter.reason().isEmpty() || filter.reason().get().equals(row.reason))
                && !(filter.unacknowledged() && row.acknowledged);
    }

    @Override
    public List<Transition> transitions(JobId id) {
        synchronized (table) {
            Row row = table.find(id);
            return row == null ? List.of() : List.copyOf(row.history);
        }
    }

    @Override
    public QueueStatistics statistics() {
        synchronized (table) {
            return new Counting(table).statistics(workers.alive());
        }
    }
}
