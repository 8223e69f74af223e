package io.tallyport.core.catalog;

import io.tallyport.core.kernel.RouteId;
import java.util.List;

/** Keeps mappings. Joins the caller's unit of work; thread-safe. */
public interface MappingStore {

    /** All mappings of a route, by source item. */
    List<SkuMapping> of(RouteId route);

    /**
     * Adds a mapping; the same again changes nothing.
     *
     * @throws io.tallyport.core.kernel.PortException.Conflict when either item is mapped to another one
     */
    void add(SkuMapping mapping);

    /** False when there was none. */
    boolean remove(SkuMapping mapping);
}
