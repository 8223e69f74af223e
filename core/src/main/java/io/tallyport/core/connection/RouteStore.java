package io.tallyport.core.connection;

import io.tallyport.core.kernel.RouteId;
import java.util.List;
import java.util.Optional;

/** Keeps routes. Joins the caller's unit of work; thread-safe. */
public interface RouteStore {

    /** Adds it, or replaces the one with the same id. */
    void save(Route route);

    Optional<Route> find(RouteId id);

    /** All of them, by id. */
    List<Route> all();

    /** False when there was none; its history stays. */
    boolean remove(RouteId id);
}
