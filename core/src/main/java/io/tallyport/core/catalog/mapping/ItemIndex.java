package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The items of one side by SKU, by the SKU's form and by barcode. */
record ItemIndex(
        Map<Sku, List<CatalogueItem>> bySku,
        Map<SkuForm, List<CatalogueItem>> byForm,
        Map<Barcode, List<CatalogueItem>> byBarcode) {

    static ItemIndex of(Collection<CatalogueItem> items) {
        ItemIndex index = new ItemIndex(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (CatalogueItem item : items) {
            item.sku().ifPresent(sku -> {
                add(index.bySku, sku, item);
                SkuForm form = SkuForm.of(sku);
                if (!form.value().isEmpty()) {
                    add(index.byForm, form, item);
                }
            });
            Barcode.of(item).forEach(barcode -> add(index.byBarcode, barcode, item));
        }
        return index;
    }

    private static <K> void add(Map<K, List<CatalogueItem>> map, K key, CatalogueItem item) {
        map.computeIfAbsent(key, fresh -> new ArrayList<>(1)).add(item);
    }

    /** Items of this side that bear what a lost one bore: its SKU, a barcode of it or of its partner. */
    Set<CatalogueItem> heirs(Optional<Sku> sku, Optional<CatalogueItem> lost, Optional<CatalogueItem> partner) {
        Set<CatalogueItem> found = new LinkedHashSet<>();
        sku.ifPresent(was -> found.addAll(bySku.getOrDefault(was, List.of())));
        for (Optional<CatalogueItem> known : List.of(lost, partner)) {
            known.map(Barcode::of)
                    .ifPresent(barcodes ->
                            barcodes.forEach(code -> found.addAll(byBarcode.getOrDefault(code, List.of()))));
        }
        lost.ifPresent(found::remove);
        return found;
    }
}
