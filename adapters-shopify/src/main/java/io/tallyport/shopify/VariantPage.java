package io.tallyport.shopify;

import io.tallyport.core.inventory.StockLevel;
import java.util.List;
import java.util.Optional;

/**
 * One page of variants as levels.
 *
 * @param leftOut variants left out on this page and on those before it
 * @param next empty on the last page
 */
record VariantPage(List<StockLevel> levels, long leftOut, Optional<LevelsCursor> next) {

    static VariantPage of(Wire.Connection<Wire.Variant> variants, LevelsCursor at) {
        VariantRows rows = new VariantRows(at.leftOut(), at.seenUpTo());
        variants.nodes().forEach(rows::add);
        LevelsCursor end = new LevelsCursor(rows.leftOut(), rows.seenUpTo(), at.after());
        return new VariantPage(
                rows.levels(), rows.leftOut(), variants.next(at.after()).map(end::movedTo));
    }
}
