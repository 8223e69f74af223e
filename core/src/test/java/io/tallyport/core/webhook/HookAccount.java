package io.tallyport.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A platform's subscriptions in memory. */
final class HookAccount implements WebhookSubscriptions {

    final List<WebhookSubscription> all = new ArrayList<>();
    boolean failing;

    @Override
    public List<WebhookSubscription> list() {
        if (failing) {
            throw new PortException.Transient(FailureContext.of("list"), "gone", null);
        }
        return List.copyOf(all);
    }

    @Override
    public WebhookSubscription create(String topic, URI address) {
        WebhookSubscription made = new WebhookSubscription(new ExternalId("n" + all.size()), topic, address, true);
        all.add(made);
        return made;
    }

    @Override
    public WebhookSubscription activate(WebhookSubscription inactive) {
        assertThat(delete(inactive.id())).isTrue();
        return create(inactive.topic(), inactive.address());
    }

    @Override
    public boolean delete(ExternalId id) {
        return all.removeIf(known -> known.id().equals(id));
    }
}
