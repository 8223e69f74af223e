package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps hooks until they are worked on. Joins the caller's unit of work; thread-safe, shared by all processes of one
 * database.
 *
 * <p>A hook with a delivery id is kept once, for as long as its row is; one without is kept once among those that are
 * pending with the same bytes, so that the same news told again later counts again.
 */
public interface WebhookInbox {

    /**
     * Adds hooks, each unless it is there already.
     *
     * @return one for each, in their order
     * @throws io.tallyport.core.kernel.PortException.Transient when the database cannot be reached
     */
    List<StoredWebhook> store(List<NewWebhook> hooks);

    /** Those of a connection that are pending, the oldest first, beginning behind {@code after}; at most {@code limit}. */
    List<WebhookEvent> pending(ConnectionId connection, Optional<WebhookId> after, int limit);

    /**
     * Says how a try ended, and counts it; {@link WebhookState#PENDING} for one that is to be tried again.
     *
     * @return false, and nothing changed, when it is not pending any more
     */
    boolean settle(WebhookId id, WebhookVerdict verdict);

    /**
     * Makes one pending again that was processed, ignored or set aside, with all its tries.
     *
     * @return false when it is pending or does not exist
     */
    boolean replay(WebhookId id);
}
