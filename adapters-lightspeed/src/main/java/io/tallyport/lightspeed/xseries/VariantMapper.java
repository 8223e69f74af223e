package io.tallyport.lightspeed.xseries;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.ExternalId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns products into variants.
 *
 * <p>A product's type is its category, and what API 2.0 calls its categories are its tags. Inactive and deleted products
 * are archived ones; the platform knows no drafts. Rests on the vendor's API 2.0 reference for products.
 */
final class VariantMapper {

    private final StockMapper stock;
    private final PriceTags prices;

    VariantMapper(StockMapper stock, PriceTags prices) {
        this.stock = stock;
        this.prices = prices;
    }

    Variant variant(ProductWire product) {
        return new Variant(
                new ExternalId(Objects.requireNonNull(product.id())),
                product(product),
                stock.sku(product),
                texts(product.codes(), ProductWire.Code::code),
                List.copyOf(each(product.variantOptions(), ProductWire.Option::value)
                        .toList()),
                prices.price(product));
    }

    private static Product product(ProductWire product) {
        String parent = product.parentId();
        return new Product(
                new ExternalId(parent == null || parent.isBlank() ? Objects.requireNonNull(product.id()) : parent),
                Objects.requireNonNullElse(product.name(), ""),
                text(product.description()),
                product.type() == null ? Optional.empty() : text(product.type().name()),
                texts(product.categories(), ProductWire.Named::name),
                each(product.images(), ProductWire.Image::url).toList(),
                StockMapper.isSold(product) ? ProductStatus.ACTIVE : ProductStatus.ARCHIVED);
    }

    private static <R> Set<String> texts(@Nullable List<@Nullable R> rows, Function<R, @Nullable String> text) {
        Set<String> texts = new LinkedHashSet<>();
        each(rows, text).forEach(texts::add);
        return texts;
    }

    private static <R> Stream<String> each(@Nullable List<@Nullable R> rows, Function<R, @Nullable String> text) {
        return rows == null
                ? Stream.empty()
                : rows.stream().flatMap(row -> row == null ? Stream.empty() : text(text.apply(row)).stream());
    }

    private static Optional<String> text(@Nullable String raw) {
        return Optional.ofNullable(raw).map(String::strip).filter(text -> !text.isEmpty());
    }
}
