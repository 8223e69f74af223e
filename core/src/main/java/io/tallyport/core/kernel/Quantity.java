package io.tallyport.core.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of units, which may be negative or fractional as POS systems send it; 5, 5.0 and 5.00 are equal.
 *
 * @param units in the item's own selling unit
 */
public record Quantity(BigDecimal units) implements Comparable<Quantity> {

    public static final Quantity ZERO = Quantity.of(0);

    public Quantity {
        units = units.signum() == 0 ? BigDecimal.ZERO : units.stripTrailingZeros();
    }

    public static Quantity of(long units) {
        return new Quantity(BigDecimal.valueOf(units));
    }

    /**
     * Reads a plain decimal such as {@code -3.5}.
     *
     * @throws NumberFormatException when {@code text} is not a number
     */
    public static Quantity parse(String text) {
        return new Quantity(new BigDecimal(text.strip()));
    }

    public boolean isNegative() {
        return units.signum() < 0;
    }

    public boolean isZero() {
        return units.signum() == 0;
    }

    public boolean hasFraction() {
        return units.scale() > 0;
    }

    /** The greatest whole quantity that is not above this one. */
    public Quantity roundDown() {
        return new Quantity(units.setScale(0, RoundingMode.FLOOR));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(units.add(other.units));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(units.subtract(other.units));
    }

    public Quantity abs() {
        return new Quantity(units.abs());
    }

    public int signum() {
        return units.signum();
    }

    /**
     * The quantity as a whole number.
     *
     * @throws ArithmeticException when it has a fraction or does not fit
     */
    public long toWholeUnits() {
        return units.longValueExact();
    }

    @Override
    public int compareTo(Quantity other) {
        return units.compareTo(other.units);
    }

    @Override
    public String toString() {
        return units.toPlainString();
    }
}
