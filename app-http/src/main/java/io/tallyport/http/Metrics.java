package io.tallyport.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.webhook.WebhookAnswer;
import io.tallyport.core.webhook.WebhookState;
import io.tallyport.runtime.Tallyport;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What is counted, in the form of Prometheus. What the database knows is asked for when somebody looks. */
final class Metrics implements AutoCloseable {

    private static final long NANOS_A_MILLI = 1_000_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Tallyport tallyport;

    private volatile Map<JobState, Long> jobs = Map.of();
    private volatile Map<WebhookState, Long> hooks = Map.of();
    private volatile double oldestDueSeconds;
    private volatile double activeWorkers;

    Metrics(Tallyport tallyport) {
        this.tallyport = tallyport;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        for (JobState state : JobState.values()) {
            Gauge.builder("tallyport.queue.jobs", () -> jobs.getOrDefault(state, 0L))
                    .description("jobs in each state")
                    .tag("state", word(state))
                    .register(registry);
        }
        for (WebhookState state : WebhookState.values()) {
            Gauge.builder("tallyport.webhooks.stored", () -> hooks.getOrDefault(state, 0L))
                    .description("stored webhooks in each state")
                    .tag("state", word(state))
                    .register(registry);
        }
        Gauge.builder("tallyport.queue.oldest.due.seconds", () -> oldestDueSeconds)
                .description("how long the job that could have started first has been waiting to")
                .register(registry);
        Gauge.builder("tallyport.workers.active", () -> activeWorkers)
                .description("workers whose lease has not ended")
                .register(registry);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A webhook was answered. */
    void hook(WebhookAnswer answer) {
        Counter.builder("tallyport.webhooks.received")
                .description("webhooks by what their senders were told")
                .tag("answer", word(answer))
                .register(registry)
                .increment();
    }

    /** A request was answered; told apart by route, not by path, which anybody could make up. */
    void request(Context context, float millis) {
        Endpoint matched = context.endpoints().lastHttpEndpoint();
        Timer.builder("tallyport.http.requests")
                .description("answered requests")
                .tag("method", context.method().toString())
                .tag("route", matched == null ? "none" : matched.path)
                .tag("status", Integer.toString(context.statusCode()))
                .register(registry)
                .record(Duration.ofNanos((long) (millis * NANOS_A_MILLI)));
    }

    /** All of it as text. */
    String scrape() {
        QueueStatistics queue = tallyport.queue().history().statistics();
        jobs = queue.counts();
        oldestDueSeconds = queue.oldestDue().map(Duration::toMillis).orElse(0L) / 1000.0;
        activeWorkers = queue.activeWorkers();
        hooks = tallyport.webhooks().archive().counts();
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
