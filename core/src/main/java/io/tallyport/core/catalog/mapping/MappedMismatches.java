package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds mappings whose items are not what they were: gone, archived, or merged into another item that took over their SKU
 * or barcode. Pure.
 */
final class MappedMismatches {

    private final CatalogueSide source;
    private final CatalogueSide target;
    private final ItemIndex sources;
    private final ItemIndex targets;

    MappedMismatches(CatalogueSide source, CatalogueSide target) {
        this.source = source;
        this.target = target;
        this.sources = ItemIndex.of(source.items());
        this.targets = ItemIndex.of(target.items());
    }

    List<Mismatch> of(List<MappingEntry> entries) {
        Set<ExternalId> mapped = new HashSet<>();
        for (MappingEntry entry : entries) {
            mapped.add(entry.mapping().sourceItem());
            mapped.add(entry.mapping().targetItem());
        }
        List<Mismatch> found = new ArrayList<>();
        for (MappingEntry entry : entries) {
            Optional<CatalogueItem> ours = source.find(entry.mapping().sourceItem());
            Optional<CatalogueItem> theirs = target.find(entry.mapping().targetItem());
            if (isLost(ours)) {
                found.add(lost(entry, ours, theirs, true, mapped));
            }
            if (isLost(theirs)) {
                found.add(lost(entry, theirs, ours, false, mapped));
            }
        }
        return found;
    }

    private static boolean isLost(Optional<CatalogueItem> item) {
        return item.isEmpty() || item.get().isArchived();
    }

    private Mismatch lost(
            MappingEntry entry,
            Optional<CatalogueItem> lost,
            Optional<CatalogueItem> other,
            boolean atSource,
            Set<ExternalId> mapped) {
        Optional<Sku> sku = lost.isPresent() ? lost.get().sku() : atSource ? entry.sourceSku() : entry.targetSku();
        ItemIndex index = atSource ? sources : targets;
        List<CatalogueItem> heirs = new ArrayList<>();
        index.heirs(sku, lost, other).stream()
                .filter(item -> !item.isArchived() && !mapped.contains(item.item()))
                .forEach(heirs::add);
        boolean complete = atSource ? source.complete() : target.complete();
        String detail = detail(entry, sku, lost, atSource);
        List<CatalogueItem> here = new ArrayList<>(lost.stream().toList());
        here.addAll(heirs);
        List<CatalogueItem> there = other.stream().toList();
        MismatchKind kind = heirs.isEmpty()
                ? lost.isPresent() ? MismatchKind.MAPPED_ARCHIVED : MismatchKind.MAPPED_GONE
                : MismatchKind.MAPPED_REPLACED;
        boolean proven = lost.isPresent() || complete;
        return atSource
                ? new Mismatch(kind, here, there, proven, detail)
                : new Mismatch(kind, there, here, proven, detail);
    }

    private static String detail(
            MappingEntry entry, Optional<Sku> sku, Optional<CatalogueItem> lost, boolean atSource) {
        ExternalId item =
                atSource ? entry.mapping().sourceItem() : entry.mapping().targetItem();
        return "item " + item + sku.map(was -> ", SKU " + was).orElse("") + ", of the "
                + (atSource ? "source" : "target")
                + (lost.isPresent() ? " is archived" : " was not read")
                + entry.at()
                        .map(at -> "; mapped " + at.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("");
    }
}
