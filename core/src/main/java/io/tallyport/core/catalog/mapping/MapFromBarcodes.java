package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Makes mappings of items that bear one barcode, where no other item of either side bears it, and takes those back that a
 * barcode no longer says. It goes before a match by SKU, so it is done on a person's word only, and can be looked at first.
 */
public final class MapFromBarcodes {

    private final CatalogueStores stores;
    private final Connectors connectors;
    private final Clock clock;

    public MapFromBarcodes(CatalogueStores stores, Connectors connectors, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.clock = clock;
    }

    /**
     * A pair that one barcode joins.
     *
     * @param againstSku whether a match by SKU would have joined one of them with another item
     */
    public record Pair(CatalogueItem source, CatalogueItem target, boolean againstSku) {}

    /**
     * What came of it.
     *
     * @param added what was, or would be, mapped
     * @param removed mappings by barcode that no barcode supports any more
     */
    public record Result(List<Pair> added, List<MappingEntry> removed) {}

    /**
     * Maps them, all or none.
     *
     * @param dryRun whether nothing is stored
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when an end cannot be read, or somebody maps the same items at once
     */
    public Result map(RouteId id, boolean dryRun, String actor, Progress progress) {
        try (CatalogueEnds ends = CatalogueEnds.open(id, stores, connectors)) {
            BothSides sides = ends.read(progress);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return stores.unitOfWork().inOne(() -> {
                BarcodePairs pairs = new BarcodePairs(
                        sides,
                        stores.mappings().entries(id),
                        SuggestSkuMappings.rejected(stores.rejections().of(id)),
                        ends.route().policy().scope());
                Result result = new Result(pairs.wanted(), pairs.stale());
                if (!dryRun && !(result.added().isEmpty() && result.removed().isEmpty())) {
                    store(result, id, now, actor);
                }
                return result;
            });
        }
    }

    private void store(Result result, RouteId id, Instant now, String actor) {
        result.removed().forEach(entry -> stores.mappings().remove(entry.mapping()));
        result.added()
                .forEach(pair -> stores.mappings()
                        .add(MappingDesk.entry(pair.source(), pair.target(), id, MappingOrigin.BARCODE, now, actor)));
        stores.audit()
                .record(new AuditEntry(
                        now,
                        actor,
                        "items mapped",
                        id.value(),
                        result.added().size() + " by barcode, "
                                + result.removed().size() + " taken back"));
    }
}
