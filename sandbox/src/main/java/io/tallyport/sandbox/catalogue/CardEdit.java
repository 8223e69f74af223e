package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A change of what a side shows of a product; what is empty stays as it is. */
public record CardEdit(
        Optional<String> title,
        Optional<BigDecimal> price,
        Optional<String> description,
        Optional<String> category,
        Optional<List<String>> tags,
        Optional<List<String>> images,
        Optional<String> barcode,
        Optional<ProductCard.Status> status) {

    /** The card after the change. */
    public ProductCard of(ProductCard before) {
        return new ProductCard(
                title.orElse(before.title()),
                price.orElse(before.price()),
                description.orElse(before.description()),
                category.orElse(before.category()),
                tags.orElse(before.tags()),
                images.orElse(before.images()),
                barcode.orElse(before.barcode()),
                status.orElse(before.status()));
    }
}
