package io.tallyport.shopify;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Shopify says of a variant and its product into a variant.
 *
 * <p>A product's category is its type, the merchant's own word; where that is empty, its place in Shopify's taxonomy. An
 * unlisted product, and one of a status unknown here, passes for a draft.
 */
final class VariantMapper {

    /** What Shopify calls the only option of a product without options, and its value. */
    private static final ProductsWire.Option NO_OPTION = new ProductsWire.Option("Title", "Default Title");

    private final Currency currency;

    VariantMapper(Currency currency) {
        this.currency = currency;
    }

    Variant variant(ProductsWire.Variant variant) {
        return new Variant(
                new ExternalId(variant.inventoryItem().id()),
                product(variant.product()),
                text(variant.inventoryItem().sku()).filter(Sku::isPresent).map(Sku::new),
                text(variant.barcode()).map(Set::of).orElse(Set.of()),
                options(variant.selectedOptions()),
                price(variant));
    }

    private static Product product(ProductsWire.Product product) {
        List<String> tags = product.tags();
        return new Product(
                new ExternalId(product.id()),
                Objects.requireNonNullElse(product.title(), ""),
                text(product.descriptionHtml()),
                category(product),
                tags == null ? Set.of() : new LinkedHashSet<>(tags),
                product.pictures()
                        .flatMap(picture -> picture.address().stream())
                        .toList(),
                status(product.status()));
    }

    private static Optional<String> category(ProductsWire.Product product) {
        return text(product.productType())
                .or(() -> Optional.ofNullable(product.category())
                        .flatMap(taxonomy -> text(taxonomy.fullName()))
                        .map(path -> path.replace(" > ", "/")));
    }

    private static ProductStatus status(String status) {
        return switch (status) {
            case "ACTIVE" -> ProductStatus.ACTIVE;
            case "ARCHIVED" -> ProductStatus.ARCHIVED;
            default -> ProductStatus.DRAFT;
        };
    }

    private static List<String> options(@Nullable List<ProductsWire.Option> options) {
        if (options == null || options.equals(List.of(NO_OPTION))) {
            return List.of();
        }
        return options.stream().flatMap(option -> text(option.value()).stream()).toList();
    }

    private Optional<Money> price(ProductsWire.Variant variant) {
        return Stream.ofNullable(variant.price())
                .map(amount -> new Money(number(amount), currency))
                .findFirst();
    }

    private static BigDecimal number(String amount) {
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw ShopifyClient.unreadable("a price is not a number");
        }
    }

    private static Optional<String> text(@Nullable String raw) {
        return Optional.ofNullable(raw).map(String::strip).filter(text -> !text.isEmpty());
    }
}
