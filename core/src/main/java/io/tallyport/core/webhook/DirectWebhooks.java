package io.tallyport.core.webhook;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins hooks whose handlers are idempotent right after they are stored; what is left over is the job's. */
public final class DirectWebhooks {

    private static final Logger LOG = LoggerFactory.getLogger(DirectWebhooks.class);

    private final WebhookHandlers handlers;
    private final WebhookWork work;
    private final Executor executor;

    /** @param executor on whose threads handlers run; one that refuses leaves the hook to the job */
    public DirectWebhooks(
            WebhookInbox inbox,
            WebhookArchive archive,
            WebhookHandlers handlers,
            WebhookSettings settings,
            Clock clock,
            Executor executor) {
        this.handlers = handlers;
        this.work = new WebhookWork(inbox, archive, handlers, settings.attempts(), clock);
        this.executor = executor;
    }

    boolean takes(NewWebhook hook) {
        return handlers.isDirect(hook);
    }

    /** Begins a hook that has been stored. */
    void begin(WebhookEvent event) {
        try {
            executor.execute(() -> process(event));
        } catch (RejectedExecutionException busy) {
            LOG.debug("webhook {} is left to the job: {}", event.id(), busy.getMessage());
        }
    }

    private void process(WebhookEvent event) {
        try {
            work.process(event);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException storage) {
            LOG.warn("webhook {} is left to the job", event.id(), storage);
        }
    }
}
