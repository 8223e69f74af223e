package io.tallyport.runtime.view;

import io.tallyport.core.purchasing.PurchaseEvent;
import org.jspecify.annotations.Nullable;

/** Something that happened to a purchase order, as it is shown. */
public record OrderEventView(
        String at, String kind, @Nullable String code, String message, String actor) {

    /** Shows it. */
    public static OrderEventView of(PurchaseEvent event) {
        return new OrderEventView(
                event.at().toString(),
                Words.of(event.kind()),
                event.code().orElse(null),
                event.message(),
                event.actor());
    }
}
