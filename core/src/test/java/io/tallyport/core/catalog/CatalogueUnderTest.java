package io.tallyport.core.catalog;

import io.tallyport.core.kernel.ExternalId;
import java.math.BigDecimal;

/** The products of a shop behind an adapter, with a hand on them: what the contract kit of the port needs. */
public interface CatalogueUnderTest {

    /** Of a shop with at least 100 variants, of which the source can be read to the end, in several pages. */
    ProductSource products();

    /** An item id of the platform's shape that does not exist. */
    ExternalId unknownItem();

    /** Gives a product another title, as staff would. */
    void retitle(Variant variant, String title);

    /** Gives a variant another price, as staff would. */
    void reprice(Variant variant, BigDecimal amount);

    /** Takes a product off sale, as staff would. */
    void archive(Variant variant);
}
