package io.tallyport.core.conflict;

import io.tallyport.core.kernel.RouteId;
import java.util.List;
import java.util.Optional;

/** Shows conflicts. Joins the caller's unit of work; thread-safe. */
public interface ConflictInbox {

    Optional<Conflict> find(long id);

    /** The live ones of all routes, by number. */
    List<Conflict> live();

    /** The live ones of a route, by number. */
    List<Conflict> live(RouteId route);
}
