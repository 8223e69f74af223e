package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Maps, on a person's word, all items whose suggestion is certain. */
public final class ConfirmCertain {

    private final CatalogueStores stores;
    private final SuggestSkuMappings suggest;
    private final Clock clock;

    public ConfirmCertain(CatalogueStores stores, SuggestSkuMappings suggest, Clock clock) {
        this.stores = stores;
        this.suggest = suggest;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param certain what was, or would be, mapped
     * @param left how many items have candidates of which none is certain
     */
    public record Result(List<Suggestion> certain, int left) {}

    /**
     * Maps them, all or none.
     *
     * @param dryRun whether nothing is stored
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when an end cannot be read, or somebody maps the same items at once
     */
    public Result confirm(RouteId id, boolean dryRun, String actor, Progress progress) {
        List<ItemSuggestions> found = suggest.suggest(id, 1, progress).suggestions();
        List<Suggestion> certain = found.stream()
                .filter(ItemSuggestions::isCertain)
                .map(ItemSuggestions::best)
                .toList();
        if (!dryRun && !certain.isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<MappingEntry> entries = certain.stream()
                    .map(each -> MappingDesk.entry(each.source(), each.target(), id, MappingOrigin.PERSON, now, actor))
                    .toList();
            stores.unitOfWork().inOne(() -> {
                entries.forEach(stores.mappings()::add);
                stores.audit()
                        .record(new AuditEntry(
                                now, actor, "items mapped", id.value(), entries.size() + " certain suggestions"));
            });
        }
        return new Result(certain, found.size() - certain.size());
    }
}
