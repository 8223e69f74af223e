package io.tallyport.core.purchasing.receiving;

import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.kernel.PortException;

/** Polls a connection as a job; one that is gone is left out, and the job says so. Doing it again is harmless. */
public final class RunPurchaseOrderPoll implements JobHandler<PurchaseOrderPoll> {

    private final PollPurchaseOrders pollPurchaseOrders;
    private final ConnectionStore connections;

    public RunPurchaseOrderPoll(PollPurchaseOrders pollPurchaseOrders, ConnectionStore connections) {
        this.pollPurchaseOrders = pollPurchaseOrders;
        this.connections = connections;
    }

    @Override
    public Outcome handle(PurchaseOrderPoll payload, JobContext context) {
        if (connections.find(payload.id()).isEmpty()) {
            return Outcome.done("left out: there is no connection \"" + payload.id() + "\" any more; end its schedule"
                    + " with: tallyport po poll " + payload.id() + " --off");
        }
        try {
            PollPurchaseOrders.Result result = pollPurchaseOrders.poll(payload.id(), PurchaseOrderPoll.TYPE);
            return Outcome.done(result.read() + " orders changed at the platform, " + result.asked() + " to be synced");
        } catch (PortException failed) {
            return Outcome.of(failed);
        }
    }
}
