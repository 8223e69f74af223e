package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Variants for tests, said in a line. */
final class Items {

    private Items() {}

    /** An item with a SKU, or without one where it is blank, and nothing else of its own. */
    static Variant item(String id, String sku, String... barcodes) {
        return titled(id, sku, "thing", List.of(), "1", barcodes);
    }

    static Variant titled(String id, String sku, String title, List<String> options, String price, String... barcodes) {
        Product product = new Product(
                new ExternalId("p" + id),
                title,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                ProductStatus.ACTIVE);
        return new Variant(
                new ExternalId(id),
                product,
                Sku.isPresent(sku) ? Optional.of(new Sku(sku)) : Optional.empty(),
                Set.of(barcodes),
                options,
                Optional.of(new Money(new BigDecimal(price), Currency.getInstance("EUR"))));
    }

    static Variant archived(Variant variant) {
        Product was = variant.product();
        return new Variant(
                variant.item(),
                new Product(
                        was.id(),
                        was.title(),
                        was.description(),
                        was.category(),
                        was.tags(),
                        was.images(),
                        ProductStatus.ARCHIVED),
                variant.sku(),
                variant.barcodes(),
                variant.options(),
                variant.price());
    }
}
