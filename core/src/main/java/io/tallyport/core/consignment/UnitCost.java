package io.tallyport.core.consignment;

import java.math.BigDecimal;

/**
 * What one unit costs, in the currency that the account keeps its stock in; 5, 5.0 and 5.00 are equal.
 *
 * @param amount in the currency's main unit, not negative, never through a binary fraction
 */
public record UnitCost(BigDecimal amount) implements Comparable<UnitCost> {

    public UnitCost {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a cost is zero or more, got " + amount.toPlainString());
        }
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /**
     * Reads a plain decimal such as {@code 12.50}.
     *
     * @throws NumberFormatException when {@code text} is not a number
     */
    public static UnitCost parse(String text) {
        return new UnitCost(new BigDecimal(text.strip()));
    }

    /** How many digits stand behind the point. */
    public int places() {
        return Math.max(amount.scale(), 0);
    }

    @Override
    public int compareTo(UnitCost other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
