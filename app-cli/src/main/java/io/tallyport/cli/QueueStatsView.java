package io.tallyport.cli;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.QueueStatistics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the queue stands, as it is shown. */
record QueueStatsView(
        Map<String, Long> counts,
        Map<String, Long> pendingByPriority,
        Map<String, Long> processingByWorker,
        long deadUnacknowledged,
        @Nullable Long oldestDueSeconds,
        @Nullable TimesView recent,
        int activeWorkers) {

    /** How long completed tries took. */
    record TimesView(int tries, long averageMillis, long p95Millis) {

        static TimesView of(QueueStatistics.Times times) {
            return new TimesView(
                    times.tries(), times.average().toMillis(), times.p95().toMillis());
        }
    }

    static QueueStatsView of(QueueStatistics statistics) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (JobState state : JobState.values()) {
            counts.put(state.name().toLowerCase(Locale.ROOT), statistics.count(state));
        }
        Map<String, Long> pending = new LinkedHashMap<>();
        for (Priority priority : Priority.values()) {
            pending.put(Choices.word(priority), statistics.pendingByPriority().getOrDefault(priority, 0L));
        }
        Map<String, Long> workers = new TreeMap<>();
        statistics.processingByWorker().forEach((worker, jobs) -> workers.put(worker.toString(), jobs));
        return new QueueStatsView(
                counts,
                pending,
                workers,
                statistics.deadUnacknowledged(),
                statistics.oldestDue().map(Duration::toSeconds).orElse(null),
                statistics.recent().map(TimesView::of).orElse(null),
                statistics.activeWorkers());
    }

    void print(Screen screen) {
        Table table = Table.of("STATE", ">JOBS", "OF THESE");
        counts.forEach((state, jobs) -> table.row(state, jobs, details(state)));
        screen.table(table);
        screen.line("Active workers: " + activeWorkers);
        screen.line("Oldest that could have started: "
                + (oldestDueSeconds == null ? "none" : Times.shown(Duration.ofSeconds(oldestDueSeconds))));
        screen.line("Time of the last tries: "
                + (recent == null
                        ? "none yet"
                        : Times.shown(Duration.ofMillis(recent.averageMillis())) + " on average, 95 % within "
                                + Times.shown(Duration.ofMillis(recent.p95Millis())) + ", over " + recent.tries()));
    }

    /** In a few lines, and what a person should see to. */
    void printShort(Screen screen) {
        long waiting = count("pending") + count("failed") + count("blocked");
        screen.line("  waiting: " + waiting + (waiting == 0 ? "" : " (" + waitingDetails() + ")") + ", processing: "
                + count("processing") + ", workers: " + activeWorkers);
        if (oldestDueSeconds != null) {
            screen.line("  the oldest that could have started waits for "
                    + Times.shown(Duration.ofSeconds(oldestDueSeconds)));
        }
        if (activeWorkers == 0 && waiting + count("processing") > 0) {
            screen.attention("  no worker runs: tallyport queue work");
        }
        if (deadUnacknowledged > 0) {
            screen.attention("  " + deadUnacknowledged + " dead and not discarded: tallyport queue dead list");
        }
    }

    private long count(String state) {
        return counts.getOrDefault(state, 0L);
    }

    private String waitingDetails() {
        Map<String, Long> parts = new LinkedHashMap<>(pendingByPriority);
        parts.put("for other jobs", count("blocked"));
        return joined(parts, "");
    }

    private String details(String state) {
        return switch (state) {
            case "pending" -> joined(pendingByPriority, "");
            case "processing" -> joined(processingByWorker, "worker ");
            case "dead" ->
                deadUnacknowledged == 0 ? "" : deadUnacknowledged + " not discarded: tallyport queue dead list";
            default -> "";
        };
    }

    private static String joined(Map<String, Long> counts, String prefix) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> prefix + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
