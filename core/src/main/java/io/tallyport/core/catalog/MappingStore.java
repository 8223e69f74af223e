package io.tallyport.core.catalog;

import io.tallyport.core.kernel.RouteId;
import java.util.List;

/** Keeps mappings. Joins the caller's unit of work; thread-safe. */
public interface MappingStore {

    /** All mappings of a route, by source item. */
    List<SkuMapping> of(RouteId route);

    /** The same with what is known of each, by source item. */
    List<MappingEntry> entries(RouteId route);

    /**
     * Adds a mapping; the same pair again changes nothing, whatever else is said of it.
     *
     * @throws io.tallyport.core.kernel.PortException.Conflict when either item is mapped to another one
     */
    void add(MappingEntry entry);

    /** Adds a person's mapping of which only the pair is known. */
    default void add(SkuMapping mapping) {
        add(MappingEntry.of(mapping));
    }

    /** False when there was none. */
    boolean remove(SkuMapping mapping);
}
