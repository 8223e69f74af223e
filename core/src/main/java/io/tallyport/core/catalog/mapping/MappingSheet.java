package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is mapped on a route, and all that is joined with nothing: what an export writes.
 *
 * @param source the platform of the route's source
 * @param unmappedSources neither mapped nor matched by SKU
 * @param unmappedTargets neither mapped nor matched by SKU
 */
public record MappingSheet(
        RouteId route,
        Platform source,
        Platform target,
        Instant at,
        List<MappingSheet.Row> mappings,
        List<CatalogueItem> unmappedSources,
        List<CatalogueItem> unmappedTargets) {

    public MappingSheet {
        mappings = List.copyOf(mappings);
        unmappedSources = List.copyOf(unmappedSources);
        unmappedTargets = List.copyOf(unmappedTargets);
    }

    /**
     * A mapping with its items.
     *
     * @param source empty where the item was not read
     * @param target empty where the item was not read
     */
    public record Row(MappingEntry entry, Optional<CatalogueItem> source, Optional<CatalogueItem> target) {

        /** What the source's item is called, or was when it was mapped. */
        public Optional<Sku> sourceSku() {
            return source.map(CatalogueItem::sku).orElse(entry.sourceSku());
        }

        /** What the target's item is called, or was when it was mapped. */
        public Optional<Sku> targetSku() {
            return target.map(CatalogueItem::sku).orElse(entry.targetSku());
        }
    }
}
