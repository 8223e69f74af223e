package io.tallyport.core.conflict;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keeps conflicts; at most one live one for each target item of a route. Joins the caller's unit of work; thread-safe.
 */
public interface ConflictStore {

    /** Opens what is not there yet, and counts what is: see {@link Conflict#first} and {@link Conflict#seen}. */
    void sight(List<Sighting> sightings);

    /** Keeps a live conflict by an answer; false, and nothing changed, when it is not live any more. */
    boolean keep(long id, Answer answer);

    /** Closes the live conflicts of these items that are in one of these states; others stay as they are. */
    void close(RouteId route, Collection<ExternalId> targetItems, Set<ConflictState> states, Instant at);
}
