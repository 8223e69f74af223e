package io.tallyport.core.catalog.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** On how many items of one side, joined ones included, a barcode or a SKU's form stands. */
final class CodeCounts {

    private final Map<Barcode, Integer> barcodes = new HashMap<>();
    private final Map<String, Integer> forms = new HashMap<>();

    static CodeCounts of(Collection<CatalogueItem> items) {
        CodeCounts counts = new CodeCounts();
        for (CatalogueItem item : items) {
            if (!item.isArchived()) {
                Barcode.of(item).forEach(barcode -> counts.barcodes.merge(barcode, 1, Integer::sum));
                item.sku().ifPresent(sku -> counts.forms.merge(SkuForm.of(sku).value(), 1, Integer::sum));
            }
        }
        return counts;
    }

    boolean isOnlyOne(Barcode barcode) {
        return barcodes.getOrDefault(barcode, 0) == 1;
    }

    boolean isOnlyOne(String form) {
        return forms.getOrDefault(form, 0) == 1;
    }
}
