package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys under which an item is looked for by its codes: what two items that may be one have in common.
 *
 * <p>A typing error is found by leaving out each character in turn on both sides (Garbe's symmetric deletion), a prefix or
 * suffix by leaving out the first or the last part.
 */
final class SkuKeys {

    private static final int SHORTEST_TYPO = 5;
    private static final int LONGEST_TYPO = 24;
    private static final int SHORTEST_PART = 4;

    private SkuKeys() {}

    static List<String> of(CatalogueItem item) {
        List<String> keys = new ArrayList<>();
        Barcode.of(item).forEach(barcode -> keys.add("b" + barcode));
        item.sku().ifPresent(sku -> {
            String form = SkuForm.of(sku).value();
            if (!form.isEmpty()) {
                keys.add("s" + form);
                typos(form, keys);
                parts(sku, form, keys);
            }
        });
        return keys;
    }

    private static void typos(String form, List<String> keys) {
        if (form.length() < SHORTEST_TYPO || form.length() > LONGEST_TYPO) {
            return;
        }
        keys.add("t" + form);
        for (int at = 0; at < form.length(); at++) {
            if (at == 0 || form.charAt(at) != form.charAt(at - 1)) {
                keys.add("t" + form.substring(0, at) + form.substring(at + 1));
            }
        }
    }

    private static void parts(Sku sku, String form, List<String> keys) {
        List<String> parts = SkuForm.parts(sku);
        part(form, keys);
        if (parts.size() > 1) {
            part(String.join("", parts.subList(1, parts.size())), keys);
            part(String.join("", parts.subList(0, parts.size() - 1)), keys);
        }
    }

    private static void part(String part, List<String> keys) {
        int zeros = 0;
        while (zeros < part.length() && part.charAt(zeros) == '0') {
            zeros++;
        }
        if (part.length() - zeros >= SHORTEST_PART) {
            keys.add("p" + part.substring(zeros));
        }
    }
}
