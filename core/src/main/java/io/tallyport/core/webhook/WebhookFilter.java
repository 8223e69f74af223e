package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;
import java.util.Optional;

/** Which hooks are meant: those that fit all that is given. */
public record WebhookFilter(Optional<ConnectionId> connection, Optional<WebhookState> state, Optional<String> topic) {

    /** All of them. */
    public static final WebhookFilter ALL = new WebhookFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public WebhookFilter on(ConnectionId id) {
        return new WebhookFilter(Optional.of(id), state, topic);
    }

    public WebhookFilter in(WebhookState wanted) {
        return new WebhookFilter(connection, Optional.of(wanted), topic);
    }

    public WebhookFilter about(String name) {
        return new WebhookFilter(connection, state, Optional.of(name));
    }

    /** Whether an event fits. */
    public boolean fits(WebhookEvent event) {
        return connection.filter(id -> !id.equals(event.connection())).isEmpty()
                && state.filter(wanted -> wanted != event.state()).isEmpty()
                && topic.filter(name -> !name.equals(event.topic())).isEmpty();
    }
}
