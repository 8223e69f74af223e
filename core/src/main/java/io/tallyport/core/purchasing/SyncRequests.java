package io.tallyport.core.purchasing;

import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.kernel.ConnectionId;

/** Asks the queue to bring an order to its platform; of one order one such job waits at most. */
public final class SyncRequests {

    private final JobQueue queue;
    private final JobType<PurchaseOrderSync> type;

    public SyncRequests(JobQueue queue, JobType<PurchaseOrderSync> type) {
        this.queue = queue;
        this.type = type;
    }

    /**
     * The same requests into another view of the queue, such as the one over a connection of the caller's own: what is asked there
     * is asked when the caller commits.
     */
    public SyncRequests in(JobQueue other) {
        return new SyncRequests(other, type);
    }

    /** Asks; in the caller's unit of work, where it is to be the last thing. */
    public JobId ask(PurchaseOrder order) {
        return ask(order.id(), order.connection());
    }

    /** Asks for the order with that number, which goes to that connection. */
    public JobId ask(PurchaseOrderId order, ConnectionId connection) {
        NewJob job = NewJob.of(type, new PurchaseOrderSync(order.value()))
                .withIdentity(PurchaseOrderSync.TYPE + ":" + order, Identity.OnWaiting.IGNORE)
                .inGroup("connection:" + connection, 1)
                .withTags("po:" + order);
        return queue.enqueue(job).id();
    }
}
