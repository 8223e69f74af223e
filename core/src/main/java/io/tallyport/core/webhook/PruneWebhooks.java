package io.tallyport.core.webhook;

import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.Nothing;
import io.tallyport.core.job.Outcome;
import java.time.Clock;
import java.time.Instant;

/** Removes, as a job, hooks that were settled long ago, in small transactions; never one that is pending. */
public final class PruneWebhooks implements JobHandler<Nothing> {

    /** The job type's name. */
    public static final String TYPE = "webhook-prune";

    private static final int BATCH = 500;

    private final WebhookArchive archive;
    private final WebhookSettings settings;
    private final Clock clock;

    public PruneWebhooks(WebhookArchive archive, WebhookSettings settings, Clock clock) {
        this.archive = archive;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Nothing payload, JobContext context) {
        Instant before = clock.instant().minus(settings.keep());
        long removed = 0;
        int batch;
        do {
            batch = archive.prune(before, BATCH);
            removed += batch;
            context.progress(removed, 0, "removing");
        } while (batch == BATCH && !context.shouldStop());
        return Outcome.done("removed " + removed + " webhooks");
    }
}
