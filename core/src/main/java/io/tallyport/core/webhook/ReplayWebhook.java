package io.tallyport.core.webhook;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.job.JobSignal;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;
import java.util.List;

/** Lets a stored hook be worked on again, with its job; it is in the audit trail. */
public final class ReplayWebhook {

    private static final String OPERATION = "replay webhook";

    private final WebhookInbox inbox;
    private final WebhookArchive archive;
    private final WebhookDrains drains;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final JobSignal signal;
    private final Clock clock;

    public ReplayWebhook(
            WebhookInbox inbox,
            WebhookArchive archive,
            WebhookDrains drains,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            JobSignal signal,
            Clock clock) {
        this.inbox = inbox;
        this.archive = archive;
        this.drains = drains;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.signal = signal;
        this.clock = clock;
    }

    /**
     * Makes it pending again.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none of that number, or it waits already
     */
    public WebhookEvent replay(WebhookId id, String actor) {
        WebhookEvent replayed = unitOfWork.inOne(() -> {
            WebhookEvent before = archive.find(id)
                    .orElseThrow(() -> WebhookErrors.rejected(
                            OPERATION, WebhookErrors.UNKNOWN_EVENT, "there is no webhook event " + id));
            if (!inbox.replay(id)) {
                throw WebhookErrors.rejected(OPERATION, WebhookErrors.PENDING, "webhook event " + id + " is pending");
            }
            audit.record(new AuditEntry(
                    clock.instant(),
                    actor,
                    "webhook replayed",
                    id.toString(),
                    before.platform() + " " + before.topic()));
            drains.now(List.of(before.connection()));
            return archive.find(id).orElse(before);
        });
        signal.fire();
        return replayed;
    }
}
