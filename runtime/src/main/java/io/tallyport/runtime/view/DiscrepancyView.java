package io.tallyport.runtime.view;

import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.Discrepancy;
import io.tallyport.core.purchasing.DiscrepancyStore;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a purchase order and the platform, as it is shown.
 *
 * @param order left out where it is shown as part of its order
 */
public record DiscrepancyView(
        @Nullable String order,
        String kind,
        @Nullable String sku,
        String item,
        String expected,
        String found,
        String opened,
        @Nullable String closed) {

    /** Shows it by itself. */
    public static DiscrepancyView of(DiscrepancyStore.Kept kept) {
        return of(kept.discrepancy().order().value(), kept);
    }

    /** Shows it as part of its order. */
    public static DiscrepancyView within(DiscrepancyStore.Kept kept) {
        return of(null, kept);
    }

    private static DiscrepancyView of(@Nullable String order, DiscrepancyStore.Kept kept) {
        Discrepancy one = kept.discrepancy();
        return new DiscrepancyView(
                order,
                Words.of(one.kind()),
                one.sku().map(Sku::value).orElse(null),
                one.item().value(),
                one.expected(),
                one.found(),
                kept.openedAt().toString(),
                kept.closedAt().map(Object::toString).orElse(null));
    }
}
