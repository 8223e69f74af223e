package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which items one barcode joins, each with one other only, and what that changes in the mappings. Pure. */
final class BarcodePairs {

    private final BothSides sides;
    private final List<MappingEntry> weak;
    private final Map<ExternalId, ExternalId> joined = new HashMap<>();
    private final List<MapFromBarcodes.Pair> wanted = new ArrayList<>();

    BarcodePairs(
            BothSides sides, List<MappingEntry> entries, Map<ExternalId, Set<ExternalId>> rejected, SkuScope scope) {
        this.sides = sides;
        this.weak = entries.stream()
                .filter(entry -> entry.origin() == MappingOrigin.BARCODE)
                .toList();
        List<SkuMapping> strong = entries.stream()
                .filter(entry -> entry.origin().outranks(MappingOrigin.BARCODE))
                .map(MappingEntry::mapping)
                .toList();
        Set<ExternalId> sources = new HashSet<>();
        Set<ExternalId> targets = new HashSet<>();
        strong.forEach(mapping -> {
            sources.add(mapping.sourceItem());
            targets.add(mapping.targetItem());
        });
        join(open(sides.source(), sources, scope), open(sides.target(), targets, scope), rejected);
        choose(JoinedItems.of(sides.source(), sides.target(), strong, scope));
    }

    private static Map<Barcode, List<CatalogueItem>> open(CatalogueSide side, Set<ExternalId> taken, SkuScope scope) {
        // All live items are counted, also mapped ones: a barcode that stands on one of those as well is not unique.
        Map<Barcode, List<CatalogueItem>> all = ItemIndex.of(
                        side.items().stream().filter(item -> !item.isArchived()).toList())
                .byBarcode();
        all.values().removeIf(items -> items.size() != 1 || !isOpen(items.get(0), taken, scope));
        return all;
    }

    private static boolean isOpen(CatalogueItem item, Set<ExternalId> taken, SkuScope scope) {
        return !taken.contains(item.item()) && item.sku().map(scope::covers).orElse(scope.equals(SkuScope.ALL));
    }

    private void join(
            Map<Barcode, List<CatalogueItem>> ours,
            Map<Barcode, List<CatalogueItem>> theirs,
            Map<ExternalId, Set<ExternalId>> rejected) {
        Map<ExternalId, Set<ExternalId>> targets = new HashMap<>();
        Map<ExternalId, Set<ExternalId>> sources = new HashMap<>();
        ours.forEach((barcode, items) -> {
            ExternalId source = items.get(0).item();
            for (CatalogueItem target : theirs.getOrDefault(barcode, List.of())) {
                targets.computeIfAbsent(source, item -> new HashSet<>()).add(target.item());
                sources.computeIfAbsent(target.item(), item -> new HashSet<>()).add(source);
            }
        });
        targets.forEach((source, found) -> {
            ExternalId target = found.iterator().next();
            if (found.size() == 1
                    && sources.getOrDefault(target, Set.of()).size() == 1
                    && !rejected.getOrDefault(source, Set.of()).contains(target)) {
                joined.put(source, target);
            }
        });
    }

    private void choose(JoinedItems bySku) {
        Map<ExternalId, ExternalId> known = new HashMap<>();
        weak.forEach(
                entry -> known.put(entry.mapping().sourceItem(), entry.mapping().targetItem()));
        Collection<ExternalId> partners = new HashSet<>(bySku.partners().values());
        joined.forEach((source, target) -> {
            Optional<CatalogueItem> one = sides.source().find(source);
            Optional<CatalogueItem> other = sides.target().find(target);
            if (!target.equals(known.get(source)) && !bySku.joins(one.orElseThrow(), other.orElseThrow())) {
                boolean against = bySku.partners().containsKey(source) || partners.contains(target);
                wanted.add(new MapFromBarcodes.Pair(one.orElseThrow(), other.orElseThrow(), against));
            }
        });
        wanted.sort(Comparator.comparing(pair -> pair.source().item()));
    }

    /** Pairs to map that a SKU does not join already, by the source's item. */
    List<MapFromBarcodes.Pair> wanted() {
        return wanted;
    }

    /** Mappings by barcode of items that no barcode joins any more, or that another pair takes the place of. */
    List<MappingEntry> stale() {
        Set<ExternalId> sources = new HashSet<>();
        Set<ExternalId> targets = new HashSet<>();
        wanted.forEach(pair -> {
            sources.add(pair.source().item());
            targets.add(pair.target().item());
        });
        return weak.stream()
                .filter(entry -> sources.contains(entry.mapping().sourceItem())
                        || targets.contains(entry.mapping().targetItem())
                        || (wereBothRead(entry.mapping()) && !isJoined(entry.mapping())))
                .toList();
    }

    private boolean wereBothRead(SkuMapping mapping) {
        return sides.source().find(mapping.sourceItem()).isPresent()
                && sides.target().find(mapping.targetItem()).isPresent();
    }

    private boolean isJoined(SkuMapping mapping) {
        return mapping.targetItem().equals(joined.get(mapping.sourceItem()));
    }
}
