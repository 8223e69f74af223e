package io.tallyport.core.inventory.validation;

import java.math.BigDecimal;

/**
 * How far two prices may be apart.
 *
 * @param limit not negative; an amount, or percent of the source's price
 */
public record PriceTolerance(BigDecimal limit, boolean percent) {

    /** None at all. */
    public static final PriceTolerance EXACT = new PriceTolerance(BigDecimal.ZERO, false);

    public PriceTolerance {
        if (limit.signum() < 0) {
            throw new IllegalArgumentException("a tolerance is not negative, got " + limit.toPlainString());
        }
    }

    /**
     * Reads {@code 0.01} or {@code 1%}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static PriceTolerance parse(String text) {
        String plain = text.strip();
        boolean percent = plain.endsWith("%");
        String number = percent ? plain.substring(0, plain.length() - 1).strip() : plain;
        if (!number.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException(
                    "a tolerance is an amount such as 0.01 or a part such as 1%, got \"" + text + "\"");
        }
        return new PriceTolerance(new BigDecimal(number), percent);
    }

    boolean covers(BigDecimal source, BigDecimal target) {
        BigDecimal apart = source.subtract(target).abs();
        BigDecimal most = percent ? source.abs().multiply(limit).movePointLeft(2) : limit;
        return apart.compareTo(most) <= 0;
    }

    @Override
    public String toString() {
        return limit.toPlainString() + (percent ? "%" : "");
    }
}
