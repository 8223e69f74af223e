package io.tallyport.runtime;

import com.google.inject.Inject;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.purchasing.receiving.PollPurchaseOrders;
import io.tallyport.core.purchasing.receiving.PurchaseOrderPoll;
import io.tallyport.core.webhook.GapPoller;
import io.tallyport.core.webhook.WebhookHandlers;
import io.tallyport.core.webhook.WebhookHandlers.Topic;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What X-Series tells of consignments. It sends the two topics when one is sent or received, and none when one is made or a line
 * changes; so a hook is no more than a reason to look at once at what changed since the last look.
 */
final class PurchaseHooks implements WebhookContribution, GapPoller {

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseHooks.class);
    private static final List<String> TOPICS = List.of("consignment.send", "consignment.receive");

    private final PollPurchaseOrders pollPurchaseOrders;
    private final JobQueue queue;
    private final JobType<PurchaseOrderPoll> polls;

    @Inject
    PurchaseHooks(PollPurchaseOrders pollPurchaseOrders, JobQueue queue, JobType<PurchaseOrderPoll> polls) {
        this.pollPurchaseOrders = pollPurchaseOrders;
        this.queue = queue;
        this.polls = polls;
    }

    @Override
    public WebhookHandlers addTo(WebhookHandlers handlers) {
        WebhookHandlers all = handlers;
        for (String topic : TOPICS) {
            all = all.with(
                    new Topic(new Platform("lightspeed-x"), topic),
                    (event, body) -> pollPurchaseOrders.poll(event.connection(), topic));
        }
        return all;
    }

    /** What was lost is among what changed since the last look. */
    @Override
    public void poll(ConnectionId connection, String topic, Instant from, Instant to) {
        if (TOPICS.contains(topic)) {
            queue.enqueue(NewJob.of(polls, new PurchaseOrderPoll(connection.value()))
                    .withIdentity(PurchaseOrderPoll.TYPE + ":" + connection, Identity.OnWaiting.IGNORE)
                    .inGroup("connection:" + connection, 1));
        } else {
            LOG.warn(
                    "hooks of {} about {} may have been lost from {} to {}; what reads by itself finds the changes",
                    connection,
                    topic,
                    from,
                    to);
        }
    }
}
