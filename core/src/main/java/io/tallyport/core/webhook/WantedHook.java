package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A topic that a connection is to be subscribed to.
 *
 * @param healthyAt when its subscription was last seen to be there and active; when it was wanted, before that
 * @param gapFrom since when hooks may have been lost, until that time has been polled
 */
public record WantedHook(ConnectionId connection, String topic, Instant healthyAt, Optional<Instant> gapFrom) {

    WantedHook broken() {
        return new WantedHook(connection, topic, healthyAt, Optional.of(gapFrom.orElse(healthyAt)));
    }

    WantedHook healthy(Instant at) {
        return new WantedHook(connection, topic, at, Optional.empty());
    }
}
