package io.tallyport.runtime;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.webhook.WebhookErrors;
import io.tallyport.core.webhook.WebhookSubscription;
import io.tallyport.core.webhook.WebhookSubscriptions;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** The subscriptions of a connection, opened for each call. */
record OpenedSubscriptions(Connectors connectors, ConnectionId connection) implements WebhookSubscriptions {

    @Override
    public List<WebhookSubscription> list() {
        return with(WebhookSubscriptions::list);
    }

    @Override
    public WebhookSubscription create(String topic, URI address) {
        return with(platform -> platform.create(topic, address));
    }

    @Override
    public WebhookSubscription activate(WebhookSubscription inactive) {
        return with(platform -> platform.activate(inactive));
    }

    @Override
    public boolean delete(ExternalId id) {
        return with(platform -> platform.delete(id));
    }

    private <T> T with(Function<WebhookSubscriptions, T> call) {
        try (ConnectorSession session = connectors.open(connection)) {
            WebhookSubscriptions platform = session.port(WebhookSubscriptions.class)
                    .orElseThrow(() -> WebhookErrors.rejected(
                            "subscribe to webhooks",
                            WebhookErrors.NO_HOOKS,
                            "the subscriptions of \"" + connection + "\" are not managed from here"));
            return call.apply(platform);
        }
    }
}
