package io.tallyport.core.webhook;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Shows stored hooks and removes old ones. Joins the caller's unit of work; thread-safe. */
public interface WebhookArchive {

    Optional<WebhookEvent> find(WebhookId id);

    /** Its bytes as they came. */
    Optional<RawBody> body(WebhookId id);

    /** Those that fit, the newest first; the last page proves nothing about what comes meanwhile. */
    Page<WebhookEvent> list(WebhookFilter filter, Optional<Cursor> after, int limit);

    /** How many there are in each state; a state without any is missing. */
    Map<WebhookState, Long> counts();

    /**
     * Removes those that were settled before, never one that is pending.
     *
     * @return how many, at most {@code limit}
     */
    int prune(Instant before, int limit);
}
