package io.tallyport.lightspeed.xseries;

import io.tallyport.core.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * How a store prices its products.
 *
 * @param currency empty where neither the store nor an option tells it: then no price is told
 * @param taxIncluded whether customers are shown prices with tax
 */
record PriceTags(Optional<Currency> currency, boolean taxIncluded) {

    /** What a customer pays for it. */
    Optional<Money> price(ProductWire product) {
        BigDecimal amount = taxIncluded ? product.priceWithTax() : product.priceWithoutTax();
        return amount == null ? Optional.empty() : currency.map(code -> new Money(amount, code));
    }
}
