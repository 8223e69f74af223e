package io.tallyport.sandbox.control;

import io.tallyport.sandbox.catalogue.CardEdit;
import io.tallyport.sandbox.catalogue.ProductCard;
import java.util.Optional;

/**
 * What a member of staff changes about a product on one side, without its API. SKUs are matched exactly; where two share
 * one, the first in catalogue order is meant. Every call is atomic and may come from any thread.
 */
public interface ProductControl {

    /** What is shown of {@code sku}; empty where it is unknown. */
    Optional<ProductCard> card(String sku);

    /**
     * Changes what is shown of {@code sku}, and answers what it is afterwards.
     *
     * @throws IllegalArgumentException when the SKU is unknown, or the side has no such status
     */
    ProductCard edit(String sku, CardEdit edit);
}
