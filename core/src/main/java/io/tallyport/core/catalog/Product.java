package io.tallyport.core.catalog;

import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform tells customers about a product, over all its variants.
 *
 * @param id the platform's id of the product (R-Series: of the matrix, or of the item that has none)
 * @param title plain text
 * @param description as the platform keeps it, HTML or plain; empty where there is none
 * @param category the leaf's name, or a path with {@code /} between its names
 * @param images addresses, the first one first
 */
public record Product(
        ExternalId id,
        String title,
        Optional<String> description,
        Optional<String> category,
        Set<String> tags,
        List<String> images,
        ProductStatus status) {

    public Product {
        tags = Set.copyOf(tags);
        images = List.copyOf(images);
    }
}
