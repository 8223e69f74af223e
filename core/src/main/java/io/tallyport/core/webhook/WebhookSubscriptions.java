package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ExternalId;
import java.net.URI;
import java.util.List;

/**
 * The subscriptions of one account at its platform. Thread-safe.
 *
 * <p>All calls fail as remote calls do, with a {@link io.tallyport.core.kernel.PortException}.
 */
public interface WebhookSubscriptions {

    /** All that this app has made, whether active or not. */
    List<WebhookSubscription> list();

    /**
     * Subscribes to a topic. The same topic and address again is no failure: the one that is there is given back.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when the platform has no such topic, or refuses the address
     */
    WebhookSubscription create(String topic, URI address);

    /** Makes an inactive one active again, under its own id or a new one. */
    WebhookSubscription activate(WebhookSubscription inactive);

    /** False when there is none of that id. */
    boolean delete(ExternalId id);
}
