package io.tallyport.shopify;

import io.tallyport.core.inventory.StockLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the variants of one page as levels, one for each inventory item.
 *
 * <p>Variants come by number, upwards. One is counted as left out when it is greater than all before it, so that one
 * which comes twice is not counted twice: the total may come out too great, and the read unproven, but never too small.
 */
final class VariantRows {

    private final Map<String, StockLevel> rows = new LinkedHashMap<>();
    private long leftOut;
    private long seenUpTo;

    /**
     * An empty page.
     *
     * @param leftOut variants left out before this page
     * @param seenUpTo the greatest number of a variant before this page
     */
    VariantRows(long leftOut, long seenUpTo) {
        this.leftOut = leftOut;
        this.seenUpTo = seenUpTo;
    }

    void add(Wire.Variant variant) {
        boolean isRow = !variant.product().archived()
                && rows.putIfAbsent(variant.inventoryItem().id(), StockMapper.level(variant)) == null;
        leftOut += !isRow && variant.number() > seenUpTo ? 1 : 0;
        seenUpTo = Math.max(seenUpTo, variant.number());
    }

    List<StockLevel> levels() {
        return List.copyOf(rows.values());
    }

    /** Variants of archived products, and further variants of an inventory item of a page, those before included. */
    long leftOut() {
        return leftOut;
    }

    long seenUpTo() {
        return seenUpTo;
    }
}
