package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;
import java.util.List;

/** Which topics connections are to be subscribed to. Joins the caller's unit of work; thread-safe. */
public interface WantedHooks {

    /** Adds one, or replaces the one with its connection and topic. */
    void put(WantedHook hook);

    /** False when there was none. */
    boolean remove(ConnectionId connection, String topic);

    /** All of them, by connection and topic. */
    List<WantedHook> all();
}
