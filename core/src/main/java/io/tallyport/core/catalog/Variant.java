package io.tallyport.core.catalog;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that is sold and counted.
 *
 * @param item the id under which its stock is kept, as in {@code StockLevel}
 * @param product what it is a variant of; a product without variants has one
 * @param barcodes digits and letters as the platform has them: EAN, UPC, GTIN and the like
 * @param options the values that tell it from its siblings, such as {@code Red} and {@code L}; none for a lone one
 * @param price what a customer pays, taxes in or out as the account is set; empty where the platform did not tell one
 */
public record Variant(
        ExternalId item,
        Product product,
        Optional<Sku> sku,
        Set<String> barcodes,
        List<String> options,
        Optional<Money> price) {

    public Variant {
        barcodes = Set.copyOf(barcodes);
        options = List.copyOf(options);
    }

    /** The product's title with the options behind it, for people. */
    public String title() {
        return options.isEmpty() ? product.title() : product.title() + " / " + String.join(" / ", options);
    }
}
