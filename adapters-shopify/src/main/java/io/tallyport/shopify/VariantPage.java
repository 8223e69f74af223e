package io.tallyport.shopify;

import io.tallyport.core.inventory.StockLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of variants as levels, one for each inventory item.
 *
 * <p>Pages come by variant number, upwards. A variant is counted as left out when it is greater than all before it, so
 * that one which comes twice is not counted twice: the total may come out too great, and the read unproven, but never
 * too small.
 *
 * @param leftOut variants left out on this page and on those before it
 * @param next empty on the last page
 */
record VariantPage(List<StockLevel> levels, long leftOut, Optional<LevelsCursor> next) {

    static VariantPage of(Wire.Connection<Wire.Variant> variants, LevelsCursor at) {
        Map<String, StockLevel> rows = new LinkedHashMap<>();
        long leftOut = at.leftOut();
        long seenUpTo = at.seenUpTo();
        for (Wire.Variant variant : variants.nodes()) {
            boolean isRow = !variant.product().archived()
                    && rows.putIfAbsent(variant.inventoryItem().id(), StockMapper.level(variant)) == null;
            leftOut += !isRow && variant.number() > seenUpTo ? 1 : 0;
            seenUpTo = Math.max(seenUpTo, variant.number());
        }
        LevelsCursor end = new LevelsCursor(leftOut, seenUpTo, at.after());
        return new VariantPage(
                List.copyOf(rows.values()), leftOut, variants.next(at.after()).map(end::movedTo));
    }
}
