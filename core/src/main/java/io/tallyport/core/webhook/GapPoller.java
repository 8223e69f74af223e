package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;
import java.time.Instant;

/** Fetches what hooks would have told. Whatever it finds may have been told already. */
@FunctionalInterface
public interface GapPoller {

    /**
     * Sees to everything that a topic is about and that changed in a window.
     *
     * @param from the beginning, inclusive
     * @param to the end, exclusive
     * @throws io.tallyport.core.kernel.PortException when it could not; the window is kept and polled again
     */
    void poll(ConnectionId connection, String topic, Instant from, Instant to);
}
