package io.tallyport.shopify;

import java.util.Currency;
import java.util.OptionalLong;

/**
 * What a shop sells in, and how many variants it has.
 *
 * @param variants as far as Shopify counts
 * @param exact whether that is all of them; false as well where Shopify says nothing
 */
record ShopFacts(Currency currency, long variants, boolean exact) {

    static ShopFacts of(ShopifyClient client) {
        return client.read(Document.SHOP_FACTS, new Queries.None(), ProductsWire.FactsData.class, data -> {
            Wire.Count count = data.productVariantsCount();
            return new ShopFacts(
                    currency(data.shop().currencyCode()),
                    count == null ? 0 : count.count(),
                    count != null && count.isExact());
        });
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw ShopifyClient.unreadable("the shop's currency is none of ISO 4217");
        }
    }

    /** All variants there are, where that is known. */
    OptionalLong all() {
        return exact ? OptionalLong.of(variants) : OptionalLong.empty();
    }
}
