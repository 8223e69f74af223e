package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one side shows customers of a product.
 *
 * @param price in US dollars
 * @param description plain at the POSs, HTML in the shop; "" for none
 * @param category a path with {@code /} between its names; "" for none
 * @param images addresses, the first one first
 * @param barcode "" for none
 */
public record ProductCard(
        String title,
        BigDecimal price,
        String description,
        String category,
        List<String> tags,
        List<String> images,
        String barcode,
        Status status) {

    /** Whether it is for sale. */
    public enum Status {
        ACTIVE,
        DRAFT,
        UNLISTED,
        ARCHIVED
    }

    public ProductCard {
        tags = List.copyOf(tags);
        images = List.copyOf(images);
    }

    ProductCard withTitle(String other) {
        return new ProductCard(other, price, description, category, tags, images, barcode, status);
    }

    ProductCard withPrice(BigDecimal other) {
        return new ProductCard(title, other, description, category, tags, images, barcode, status);
    }

    ProductCard withDescription(String other) {
        return new ProductCard(title, price, other, category, tags, images, barcode, status);
    }

    ProductCard withCategory(String other) {
        return new ProductCard(title, price, description, other, tags, images, barcode, status);
    }

    ProductCard withTags(List<String> other) {
        return new ProductCard(title, price, description, category, other, images, barcode, status);
    }

    ProductCard withImages(List<String> other) {
        return new ProductCard(title, price, description, category, tags, other, barcode, status);
    }

    /** The same with another status. */
    public ProductCard withStatus(Status other) {
        return new ProductCard(title, price, description, category, tags, images, barcode, other);
    }
}
