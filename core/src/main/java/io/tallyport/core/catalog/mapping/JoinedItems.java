package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is joined already, by a mapping or by a SKU that stands for one item on either side; and what is free.
 *
 * @param partners the target's item for each joined item of the source
 * @param freeSources in scope, not archived, joined with nothing
 * @param freeTargets in scope, not archived, joined with nothing
 */
record JoinedItems(
        Map<ExternalId, ExternalId> partners, List<CatalogueItem> freeSources, List<CatalogueItem> freeTargets) {

    static JoinedItems of(CatalogueSide source, CatalogueSide target, Collection<SkuMapping> mappings, SkuScope scope) {
        Map<ExternalId, ExternalId> partners = new HashMap<>();
        mappings.forEach(mapping -> partners.put(mapping.sourceItem(), mapping.targetItem()));
        Set<ExternalId> taken = new HashSet<>(partners.values());
        List<CatalogueItem> sources = open(source, partners.keySet(), scope);
        List<CatalogueItem> targets = open(target, taken, scope);
        Map<Sku, Optional<CatalogueItem>> bySku = bySku(targets);
        bySku(sources).forEach((sku, ours) -> {
            Optional<CatalogueItem> theirs = bySku.getOrDefault(sku, Optional.empty());
            if (ours.isPresent() && theirs.isPresent()) {
                partners.put(ours.get().item(), theirs.get().item());
                taken.add(theirs.get().item());
            }
        });
        sources.removeIf(item -> partners.containsKey(item.item()));
        targets.removeIf(item -> taken.contains(item.item()));
        return new JoinedItems(partners, sources, targets);
    }

    /** Whether these two are joined with each other. */
    boolean joins(CatalogueItem source, CatalogueItem target) {
        return target.item().equals(partners.get(source.item()));
    }

    private static List<CatalogueItem> open(CatalogueSide side, Set<ExternalId> taken, SkuScope scope) {
        return side.items().stream()
                .filter(item -> !item.isArchived() && !taken.contains(item.item()))
                .filter(item -> covers(scope, item))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean covers(SkuScope scope, CatalogueItem item) {
        return item.sku().map(scope::covers).orElse(scope.equals(SkuScope.ALL));
    }

    /** The item of each SKU; empty where several have it. */
    private static Map<Sku, Optional<CatalogueItem>> bySku(List<CatalogueItem> items) {
        Map<Sku, Optional<CatalogueItem>> found = new HashMap<>();
        for (CatalogueItem item : items) {
            item.sku().ifPresent(sku -> found.merge(sku, Optional.of(item), (one, other) -> Optional.empty()));
        }
        return found;
    }
}
