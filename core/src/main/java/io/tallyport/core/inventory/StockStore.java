package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps acknowledged levels by route, and the last read by location. Joins the caller's unit of work; thread-safe. */
public interface StockStore {

    /** The acknowledged levels of these target items, in any order; one that has none is left out. */
    List<Acknowledged> acknowledged(RouteId route, Collection<ExternalId> targetItems);

    /** Gives each acknowledged level of a route to {@code each}, in any order, without holding them all. */
    void acknowledged(RouteId route, Consumer<Acknowledged> each);

    /** Adds or replaces these levels. */
    void acknowledge(RouteId route, List<Acknowledged> levels);

    /** The last complete read of a location. */
    Optional<LastRead> lastRead(LocationRef location);

    /** Remembers a complete read in place of the one before. */
    void remember(LocationRef location, LastRead read);
}
