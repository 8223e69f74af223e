package io.tallyport.core.inventory;

import io.tallyport.core.kernel.RouteId;
import java.util.Optional;

/** Keeps how far each route has planned. Joins the caller's unit of work; thread-safe. */
public interface RouteCursors {

    Optional<RouteCursor> find(RouteId route);

    /** Puts the cursor in place of the one before. */
    void move(RouteId route, RouteCursor cursor);
}
