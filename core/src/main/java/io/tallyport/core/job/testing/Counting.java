package io.tallyport.core.job.testing;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.job.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts jobs. The caller holds the table's lock. */
final class Counting {

    private static final int RECENT = 1_000;

    private final JobTable table;

    Counting(JobTable table) {
        this.table = table;
    }

    QueueStatistics statistics(int activeWorkers) {
        Map<JobState, Long> counts = rows().collect(Collectors.groupingBy(row -> row.state, Collectors.counting()));
        Map<Priority, Long> pending = rows().filter(row -> isPending(row.state))
                .collect(Collectors.groupingBy(row -> row.made.priority(), Collectors.counting()));
        Map<WorkerId, Long> processing = table.running().stream()
                .map(row -> Objects.requireNonNull(row.worker))
                .collect(Collectors.groupingBy(worker -> worker, Collectors.counting()));
        long open = rows().filter(row -> row.state == JobState.DEAD && !row.acknowledged)
                .count();
        return new QueueStatistics(counts, pending, processing, open, oldestDue(), recent(), activeWorkers);
    }

    private Stream<Row> rows() {
        return table.all().stream();
    }

    private static boolean isPending(JobState state) {
        return state == JobState.PENDING || state == JobState.FAILED;
    }

    private Optional<Duration> oldestDue() {
        Instant now = table.now();
        return Stream.concat(table.allReady(), table.dueLater(1).stream())
                .map(row -> row.availableAt)
                .min(Comparator.naturalOrder())
                .map(at -> Duration.between(at, now));
    }

    private Optional<QueueStatistics.Times> recent() {
        List<Duration> took = rows().filter(row -> row.state == JobState.COMPLETED)
                .sorted(Comparator.comparing((Row row) -> Objects.requireNonNull(row.endedAt))
                        .reversed())
                .limit(RECENT)
                .map(row ->
                        Duration.between(Objects.requireNonNull(row.startedAt), Objects.requireNonNull(row.endedAt)))
                .sorted()
                .toList();
        if (took.isEmpty()) {
            return Optional.empty();
        }
        Duration average = took.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(took.size());
        Duration p95 = took.get((int) Math.ceil(took.size() * 0.95) - 1);
        return Optional.of(new QueueStatistics.Times(took.size(), average, p95));
    }
}
