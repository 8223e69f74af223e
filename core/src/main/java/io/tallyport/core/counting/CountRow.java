package io.tallyport.core.counting;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.Optional;

/**
 * What one line of a count would do.
 *
 * @param item which item the SKU means at the platform
 * @param present the level at the outlet now; empty where the platform has none, which is not zero
 */
public record CountRow(Sku sku, ExternalId item, Optional<Quantity> present, Quantity counted, Change change) {

    /** How much a line changes. */
    public enum Change {
        NONE,
        SMALL,
        /** Above the limits of the {@link CountPolicy}. */
        LARGE,
        /** Something is there now, and nothing was counted. */
        TO_ZERO
    }

    /** Counted less present; empty where nothing is known to be present. */
    public Optional<Quantity> difference() {
        return present.map(counted::minus);
    }
}
