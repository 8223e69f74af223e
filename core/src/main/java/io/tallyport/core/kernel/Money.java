package io.tallyport.core.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money; 5, 5.0 and 5.00 of one currency are equal.
 *
 * @param amount in the currency's main unit, as the platform told it, never through a binary fraction
 * @param currency by ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    @Override
    public String toString() {
        int places = Math.max(Math.max(currency.getDefaultFractionDigits(), 0), amount.scale());
        return amount.setScale(places, RoundingMode.UNNECESSARY).toPlainString() + " " + currency.getCurrencyCode();
    }
}
