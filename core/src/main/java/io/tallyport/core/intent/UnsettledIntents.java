package io.tallyport.core.intent;

import io.tallyport.core.kernel.ConnectionId;
import java.util.List;

/** Finds the writes whose outcome is not known. Joins the caller's unit of work; thread-safe. */
@FunctionalInterface
public interface UnsettledIntents {

    /** The open intents of a connection, the oldest first, at most {@code limit}. */
    List<Intent> of(ConnectionId connection, int limit);
}
