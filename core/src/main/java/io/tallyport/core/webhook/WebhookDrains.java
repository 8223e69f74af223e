package io.tallyport.core.webhook;

import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.kernel.ConnectionId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Enqueues the jobs that work on stored hooks: of a connection at most one waits and one runs, however many hooks come. To be
 * called last in the transaction that stores them: then a job that began earlier is never the one that is relied on.
 */
public final class WebhookDrains {

    /** When hooks that were begun directly are looked for that were left over. */
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final JobQueue queue;
    private final JobType<WebhookDrain> type;

    public WebhookDrains(JobQueue queue, JobType<WebhookDrain> type) {
        this.queue = queue;
        this.type = type;
    }

    /** Lets what is pending of these connections be worked on now. */
    public void now(Collection<ConnectionId> connections) {
        enqueue(connections, "webhook-drain:", Duration.ZERO);
    }

    /** Lets what is still pending of these connections in a minute be worked on then. */
    void later(Collection<ConnectionId> connections) {
        enqueue(connections, "webhook-sweep:", SWEEP);
    }

    private void enqueue(Collection<ConnectionId> connections, String prefix, Duration delay) {
        List<NewJob> jobs = connections.stream()
                .distinct()
                .sorted()
                .map(id -> NewJob.of(type, new WebhookDrain(id.value()))
                        .after(delay)
                        .withIdentity(prefix + id, Identity.OnWaiting.IGNORE))
                .toList();
        if (!jobs.isEmpty()) {
            queue.enqueue(jobs);
        }
    }
}
