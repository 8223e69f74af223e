package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * As much of a variant as matters for what it belongs to; whole catalogues of these are held in memory.
 *
 * @param title the product's
 * @param options what tells it from its siblings
 */
public record CatalogueItem(
        ExternalId item,
        Optional<Sku> sku,
        Set<String> barcodes,
        String title,
        List<String> options,
        Optional<Money> price,
        Optional<String> category,
        ProductStatus status) {

    public CatalogueItem {
        barcodes = Set.copyOf(barcodes);
        options = List.copyOf(options);
    }

    static CatalogueItem of(Variant variant) {
        return new CatalogueItem(
                variant.item(),
                variant.sku(),
                variant.barcodes(),
                variant.product().title(),
                variant.options(),
                variant.price(),
                variant.product().category(),
                variant.product().status());
    }

    /** What people call it: its SKU, or its id where it has none. */
    public String name() {
        return sku.map(Sku::value).orElse(item.value());
    }

    /** Its title with its options behind it. */
    public String label() {
        return options.isEmpty() ? title : title + " / " + String.join(" / ", options);
    }

    boolean isArchived() {
        return status == ProductStatus.ARCHIVED;
    }
}
