package io.tallyport.core.webhook;

import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.kernel.ConnectionId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Works, as a job, on all that is pending of a connection, the oldest first. One hook that fails stops none behind it; it is
 * tried again with the job's next try, and set aside after its last.
 */
public final class DrainWebhooks implements JobHandler<WebhookDrain> {

    private static final int PAGE = 100;

    private final WebhookInbox inbox;
    private final WebhookWork work;

    public DrainWebhooks(
            WebhookInbox inbox,
            WebhookArchive archive,
            WebhookHandlers handlers,
            WebhookSettings settings,
            Clock clock) {
        this.inbox = inbox;
        this.work = new WebhookWork(inbox, archive, handlers, settings.attempts(), clock);
    }

    @Override
    public Outcome handle(WebhookDrain drain, JobContext context) throws InterruptedException {
        Count count = new Count();
        Optional<WebhookId> after = Optional.empty();
        List<WebhookEvent> page = next(drain.id(), after);
        while (!page.isEmpty()) {
            for (WebhookEvent event : page) {
                if (context.shouldStop()) {
                    return Outcome.cancelled("stopped after " + count);
                }
                context.assertHeld();
                count.add(event, work.process(event));
                after = Optional.of(event.id());
            }
            context.progress(count.done, 0, "hooks");
            page = next(drain.id(), after);
        }
        return count.again == 0 ? Outcome.done(count.toString()) : Outcome.retry(count.toString());
    }

    private List<WebhookEvent> next(ConnectionId connection, Optional<WebhookId> after) {
        return inbox.pending(connection, after, PAGE);
    }

    private static final class Count {

        private long done;
        private long ignored;
        private long failed;
        private long again;
        private String first = "";

        void add(WebhookEvent event, WebhookVerdict verdict) {
            switch (verdict.state()) {
                case PROCESSED -> done++;
                case IGNORED -> ignored++;
                case FAILED -> failed++;
                case PENDING -> again++;
            }
            boolean told = verdict.state() == WebhookState.FAILED || verdict.state() == WebhookState.PENDING;
            if (told && first.isEmpty()) {
                first = "; first " + event.id() + ": " + verdict.message();
            }
        }

        @Override
        public String toString() {
            return done + " processed, " + ignored + " ignored, " + failed + " set aside, " + again
                    + " to be tried again" + first;
        }
    }
}
