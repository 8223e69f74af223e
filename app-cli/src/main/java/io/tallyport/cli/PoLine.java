package io.tallyport.cli;

import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.PurchaseLine;
import java.util.Optional;

/**
 * A line of an order as a person types it: {@code SKU=QUANTITY} or {@code SKU=QUANTITY@COST}.
 *
 * @param cost of one unit
 */
record PoLine(Sku sku, Quantity quantity, Optional<UnitCost> cost) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static PoLine parse(String word) {
        int equals = word.lastIndexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "a line is SKU=QUANTITY or SKU=QUANTITY@COST, such as MUG-1=12@2.50; got \"" + word + "\"");
        }
        String figures = word.substring(equals + 1);
        int at = figures.indexOf('@');
        try {
            return new PoLine(
                    new Sku(word.substring(0, equals)),
                    Quantity.parse(at < 0 ? figures : figures.substring(0, at)),
                    at < 0 ? Optional.empty() : Optional.of(UnitCost.parse(figures.substring(at + 1))));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "quantity and cost are plain numbers, as in MUG-1=12@2.50; got \"" + word + "\"", notANumber);
        }
    }

    PurchaseLine line() {
        return PurchaseLine.of(sku, quantity, cost);
    }
}
