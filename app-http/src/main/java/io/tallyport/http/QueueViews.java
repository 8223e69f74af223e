package io.tallyport.http;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Transition;
import io.tallyport.core.job.WorkerId;
import io.tallyport.core.job.Workers;
import io.tallyport.runtime.view.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The queue as the API shows it; see {@link Views}. */
final class QueueViews {

    private QueueViews() {}

    record JobView(
            long id,
            String type,
            String state,
            String priority,
            int attempts,
            int maxAttempts,
            String enqueued,
            String available,
            @Nullable String started,
            @Nullable String ended,
            @Nullable Long worker,
            @Nullable String identity,
            @Nullable String group,
            List<String> tags,
            @Nullable String reason,
            @Nullable String message,
            @Nullable String output,
            boolean cancelRequested,
            boolean acknowledged) {

        static JobView of(Job job) {
            return new JobView(
                    job.id().value(),
                    job.type(),
                    Words.of(job.state()),
                    Words.of(job.priority()),
                    job.attempts(),
                    job.maxAttempts(),
                    job.enqueuedAt().toString(),
                    job.availableAt().toString(),
                    Views.time(job.startedAt()),
                    Views.time(job.endedAt()),
                    job.worker().map(WorkerId::value).orElse(null),
                    job.identity().orElse(null),
                    job.group().map(JobGroup::name).orElse(null),
                    job.tags().stream().sorted().toList(),
                    Views.filled(job.reason()),
                    Views.filled(job.message()),
                    job.output().orElse(null),
                    job.cancelRequested(),
                    job.acknowledged());
        }
    }

    record StepView(
            String at,
            String to,
            String actor,
            @Nullable String reason,
            @Nullable String message) {

        static StepView of(Transition step) {
            return new StepView(
                    step.at().toString(),
                    Words.of(step.to()),
                    step.by(),
                    Views.filled(step.reason()),
                    Views.filled(step.message()));
        }
    }

    record JobDetails(JobView job, String payload, List<StepView> history) {}

    record QueueView(
            Map<String, Long> counts,
            long deadUnacknowledged,
            @Nullable Long oldestDueSeconds,
            int activeWorkers) {

        static QueueView of(QueueStatistics statistics) {
            Map<String, Long> counts = new TreeMap<>();
            statistics.counts().forEach((state, count) -> counts.put(Words.of(state), count));
            return new QueueView(
                    counts,
                    statistics.deadUnacknowledged(),
                    statistics.oldestDue().map(Duration::toSeconds).orElse(null),
                    statistics.activeWorkers());
        }
    }

    record ScheduleView(
            String name,
            @Nullable String cron,
            @Nullable Long everySeconds,
            String zone,
            String type,
            String payload,
            boolean paused,
            String next,
            @Nullable String last) {

        static ScheduleView of(Schedules.Kept kept) {
            Schedule schedule = kept.schedule();
            return new ScheduleView(
                    schedule.name(),
                    schedule.cron().orElse(null),
                    schedule.every().map(Duration::toSeconds).orElse(null),
                    schedule.zone().getId(),
                    schedule.job().type(),
                    schedule.job().payload(),
                    schedule.paused(),
                    kept.next().toString(),
                    Views.time(kept.last()));
        }
    }

    record WorkerView(
            long id,
            String name,
            String host,
            String version,
            String started,
            String lastSeen,
            boolean alive,
            long held) {

        static WorkerView of(Workers.Seen seen) {
            return new WorkerView(
                    seen.id().value(),
                    seen.info().name(),
                    seen.info().host(),
                    seen.info().version(),
                    seen.startedAt().toString(),
                    seen.lastSeen().toString(),
                    seen.alive(),
                    seen.held());
        }
    }
}
