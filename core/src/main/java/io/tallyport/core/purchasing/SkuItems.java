package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which item each SKU means at a platform: the one that is known, else the only one that bears the SKU. Never guessed.
 *
 * @param items by SKU, of those that mean exactly one
 * @param problems by SKU, of all others, in a few words
 */
public record SkuItems(Map<Sku, ExternalId> items, Map<Sku, String> problems) {

    /** What a person mapped SKUs to. */
    public static Map<Sku, ExternalId> mapped(ConnectionId connection, PartnerMappingStore mappings) {
        Map<Sku, ExternalId> mapped = new HashMap<>();
        mappings.of(connection).stream()
                .filter(mapping -> mapping.kind() == PartnerKind.ITEM)
                .forEach(mapping -> mapped.put(new Sku(mapping.name()), mapping.remote()));
        return mapped;
    }

    /**
     * Looks all of them up.
     *
     * @param known goes before what the platform says
     * @param lookup asked only for those that are not known
     */
    public static SkuItems of(Collection<Sku> skus, Map<Sku, ExternalId> known, ItemLookup lookup) {
        List<Sku> open = skus.stream().filter(sku -> !known.containsKey(sku)).toList();
        Map<Sku, Set<ExternalId>> found = open.isEmpty() ? Map.of() : lookup.itemsOf(open);
        SkuItems result = new SkuItems(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Sku sku : skus) {
            ExternalId own = known.get(sku);
            Set<ExternalId> meant = own == null ? found.getOrDefault(sku, Set.of()) : Set.of(own);
            if (meant.size() == 1) {
                result.items.put(sku, meant.iterator().next());
            } else {
                result.problems.put(sku, meant.isEmpty() ? "no item" : meant.size() + " items");
            }
        }
        return result;
    }
}
