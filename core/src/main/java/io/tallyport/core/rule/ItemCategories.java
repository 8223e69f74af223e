package io.tallyport.core.rule;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps which category each item of a connection is in, so that a plan does not read products again. Joins the caller's unit
 * of work; thread-safe.
 */
public interface ItemCategories {

    /** How the last read of a connection's products ended; empty when there was none. */
    Optional<CategoryRead> lastRead(ConnectionId connection);

    /** The categories of these items; an item that is known to have none is there as empty, an unknown one is left out. */
    Map<ExternalId, Optional<String>> of(ConnectionId connection, Collection<ExternalId> items);

    /**
     * Writes items under the number of a read.
     *
     * @return how many of them had another category before, or none
     */
    int put(ConnectionId connection, long read, Map<ExternalId, Optional<String>> categories);

    /** Ends a read that saw everything: items that it did not put are forgotten. */
    void finish(ConnectionId connection, CategoryRead read);
}
