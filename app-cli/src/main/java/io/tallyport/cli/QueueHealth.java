package io.tallyport.cli;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.PruneJobs;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.job.Schedules;
import io.tallyport.runtime.QueueParts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a monitor asks of the queue. */
final class QueueHealth {

    private QueueHealth() {}

    static List<HealthPoint> look(QueueParts queue, int mostDead, Duration longestWait) {
        QueueStatistics now = queue.history().statistics();
        boolean needed = isWorkThere(now) || queue.schedules().list().stream().anyMatch(QueueHealth::isWanted);
        return List.of(worker(now, needed), waiting(now, longestWait), dead(now, mostDead));
    }

    static HealthPoint worker(QueueStatistics now, boolean needed) {
        if (now.activeWorkers() > 0) {
            return HealthPoint.ok("worker", now.activeWorkers() + " running");
        }
        return needed
                ? HealthPoint.failed("worker", "none runs; start one with: tallyport queue work")
                : HealthPoint.ok("worker", "none runs, and there is nothing for one to do");
    }

    static HealthPoint waiting(QueueStatistics now, Duration longestWait) {
        String counts = Stream.of(JobState.values())
                .map(state -> now.count(state) + " " + state.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return now.oldestDue()
                .filter(oldest -> oldest.compareTo(longestWait) > 0)
                .map(oldest -> HealthPoint.warning(
                        "queue", "a job has been waiting to start for " + Times.shown(oldest) + "; " + counts))
                .orElseGet(() -> HealthPoint.ok("queue", counts));
    }

    static HealthPoint dead(QueueStatistics now, int mostDead) {
        long dead = now.deadUnacknowledged();
        return dead > mostDead
                ? HealthPoint.warning(
                        "dead letters", dead + " jobs are dead, more than " + mostDead + ": tallyport queue dead list")
                : HealthPoint.ok("dead letters", dead + " that nobody has discarded");
    }

    /** Whether a person scheduled it; what keeps the queue small comes from the workers themselves. */
    private static boolean isWanted(Schedules.Kept kept) {
        return !kept.schedule().paused() && !kept.schedule().name().equals(PruneJobs.TYPE);
    }

    private static boolean isWorkThere(QueueStatistics now) {
        return Stream.of(JobState.values()).filter(state -> !state.isFinal()).anyMatch(state -> now.count(state) > 0);
    }
}
