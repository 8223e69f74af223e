package io.tallyport.core.counting;

import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;

/**
 * What somebody counted of one SKU.
 *
 * @param counted how many are there, zero or more; zero is a figure like any other, and not the same as not being in the list
 */
public record CountedLine(Sku sku, Quantity counted) {

    public CountedLine {
        if (counted.isNegative()) {
            throw new IllegalArgumentException("what was counted is zero or more, got " + counted + " of " + sku);
        }
    }
}
