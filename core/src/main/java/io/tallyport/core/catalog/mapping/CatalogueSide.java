package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * All items of one end of a route, as read.
 *
 * @param byItem in the order in which they came
 * @param complete whether the read proved that it saw everything; without that no absence is inferred
 */
record CatalogueSide(Map<ExternalId, CatalogueItem> byItem, boolean complete) {

    Collection<CatalogueItem> items() {
        return byItem.values();
    }

    Optional<CatalogueItem> find(ExternalId item) {
        return Optional.ofNullable(byItem.get(item));
    }
}
