package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/**
 * A level as it was once, which an undo would set it back to.
 *
 * @param key what people call the item
 * @param expected what it must be now to be set back; empty where it may be anything
 * @param then what it was; empty where nobody knows
 * @param left why it is left alone whatever it is now; empty when it is not
 */
public record PastLevel(
        String key,
        ExternalId item,
        StockFigure figure,
        Optional<Quantity> expected,
        Optional<Quantity> then,
        Optional<Reason> left) {}
