package io.tallyport.core.purchasing;

import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;

/** Asks the queue to bring an order to its platform; of one order one such job waits at most. */
public final class SyncRequests {

    private final JobQueue queue;
    private final JobType<PurchaseOrderSync> type;

    public SyncRequests(JobQueue queue, JobType<PurchaseOrderSync> type) {
        this.queue = queue;
        this.type = type;
    }

    /** Asks; in the caller's unit of work, where it is to be the last thing. */
    public JobId ask(PurchaseOrder order) {
        NewJob job = NewJob.of(type, new PurchaseOrderSync(order.id().value()))
                .withIdentity(PurchaseOrderSync.TYPE + ":" + order.id(), Identity.OnWaiting.IGNORE)
                .inGroup("connection:" + order.connection(), 1)
                .withTags("po:" + order.id());
        return queue.enqueue(job).id();
    }
}
