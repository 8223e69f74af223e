package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.RouteId;
import java.util.List;

/** Keeps which pairs people have rejected. Joins the caller's unit of work; thread-safe. */
public interface RejectionStore {

    /** All of a route, by source item, then by target item. */
    List<Rejection> of(RouteId route);

    /** Adds a rejection; false, and nothing changed, when that pair is rejected already. */
    boolean add(Rejection rejection);

    /** Forgets a rejection; false when there was none. */
    boolean remove(SkuMapping pair);
}
