package io.tallyport.http;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.Run;
import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Transition;
import io.tallyport.core.job.WorkerId;
import io.tallyport.core.job.Workers;
import io.tallyport.core.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Things as the API shows them: times as ISO 8601 in UTC, names of states in small letters, no secret. */
final class Views {

    private Views() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    record ConnectionView(
            String name,
            String platform,
            String account,
            String baseUrl,
            String environment,
            String access,
            boolean enabled,
            List<String> secrets,
            Map<String, String> options) {

        static ConnectionView of(Connection connection) {
            return new ConnectionView(
                    connection.id().value(),
                    connection.platform().code(),
                    connection.account(),
                    connection.baseUrl().toString(),
                    word(connection.environment()),
                    word(connection.accessMode()),
                    connection.enabled(),
                    connection.secrets().keySet().stream().sorted().toList(),
                    new TreeMap<>(connection.options()));
        }
    }

    record RouteView(
            String name,
            String sourceConnection,
            String source,
            String targetConnection,
            String target,
            String policy,
            boolean enabled) {

        static RouteView of(Route route) {
            return new RouteView(
                    route.id().value(),
                    route.source().connection().value(),
                    route.source().toString(),
                    route.target().connection().value(),
                    route.target().toString(),
                    word(route.policy().merge()),
                    route.enabled());
        }
    }

    record RunView(
            String id,
            String kind,
            String route,
            @Nullable String plan,
            String actor,
            String started,
            @Nullable String ended,
            String state,
            Map<String, Long> counts,
            String message) {

        static RunView of(Run run) {
            return new RunView(
                    run.id().value(),
                    run.kind(),
                    run.route().value(),
                    run.plan().orElse(null),
                    run.actor(),
                    run.started().toString(),
                    time(run.ended()),
                    word(run.state()),
                    new TreeMap<>(run.counts()),
                    run.message());
        }
    }

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
                    word(job.state()),
                    word(job.priority()),
                    job.attempts(),
                    job.maxAttempts(),
                    job.enqueuedAt().toString(),
                    job.availableAt().toString(),
                    time(job.startedAt()),
                    time(job.endedAt()),
                    job.worker().map(WorkerId::value).orElse(null),
                    job.identity().orElse(null),
                    job.group().map(JobGroup::name).orElse(null),
                    job.tags().stream().sorted().toList(),
                    filled(job.reason()),
                    filled(job.message()),
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
                    step.at().toString(), word(step.to()), step.by(), filled(step.reason()), filled(step.message()));
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
            statistics.counts().forEach((state, count) -> counts.put(word(state), count));
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
                    time(kept.last()));
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

    record WebhookView(
            long id,
            String connection,
            String platform,
            String topic,
            @Nullable String deliveryId,
            String hash,
            int size,
            String trust,
            String state,
            int attempts,
            String received,
            @Nullable String settled,
            @Nullable String message) {

        static WebhookView of(WebhookEvent event) {
            return new WebhookView(
                    event.id().value(),
                    event.connection().value(),
                    event.platform().code(),
                    event.topic(),
                    event.deliveryId().orElse(null),
                    event.hash(),
                    event.size(),
                    word(event.trust()),
                    word(event.state()),
                    event.attempts(),
                    event.receivedAt().toString(),
                    time(event.settledAt()),
                    filled(event.message()));
        }
    }

    /** How the whole installation stands. */
    record StatusView(
            String version,
            @Nullable String stopped,
            List<RouteStatus> routes,
            QueueView queue,
            Map<String, Long> webhooks) {}

    /** A route with its last run. */
    record RouteStatus(RouteView route, @Nullable RunView lastRun) {}
}
