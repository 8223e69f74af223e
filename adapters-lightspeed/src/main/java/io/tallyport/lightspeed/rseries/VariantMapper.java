package io.tallyport.lightspeed.rseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import io.tallyport.remote.Problem;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns items into variants.
 *
 * <p>An item's {@code description} is its title. Where it has a matrix, the values that tell it from its siblings stand in
 * {@code ItemAttributes}, and mostly at the end of the title as well: there they are taken off. Rests on the vendor's page
 * endpoints/item.
 */
final class VariantMapper {

    private final SkuField skuField;
    private final ShownOptions options;

    VariantMapper(SkuField skuField, ShownOptions options) {
        this.skuField = skuField;
        this.options = options;
    }

    /**
     * The item as a variant.
     *
     * @throws io.tallyport.remote.ProblemException when it has no id, or a price that is no number
     */
    Variant variant(ItemWire item) {
        ExternalId id = id(item.itemID());
        List<String> values = item.hasMatrix() ? values(item.attributes()) : List.of();
        return new Variant(id, product(item, id, values), sku(item), barcodes(item), values, price(item, id));
    }

    private Product product(ItemWire item, ExternalId id, List<String> values) {
        return new Product(
                item.hasMatrix() ? new ExternalId("ItemMatrix/" + item.itemMatrixID()) : id,
                withoutEnd(Objects.requireNonNullElse(item.description(), ""), values),
                description(item),
                category(item.category()),
                tags(item.tags()),
                images(item.images()),
                "true".equalsIgnoreCase(item.archived()) ? ProductStatus.ARCHIVED : ProductStatus.ACTIVE);
    }

    private Optional<Sku> sku(ItemWire item) {
        String code = skuField.of(item);
        return code != null && Sku.isPresent(code) ? Optional.of(new Sku(code)) : Optional.empty();
    }

    private static Set<String> barcodes(ItemWire item) {
        Set<String> codes = new LinkedHashSet<>();
        Stream.of(item.ean(), item.upc()).flatMap(code -> text(code).stream()).forEach(codes::add);
        return codes;
    }

    private static List<String> values(ShownWire.@Nullable Attributes attributes) {
        return attributes == null
                ? List.of()
                : Stream.of(attributes.attribute1(), attributes.attribute2(), attributes.attribute3())
                        .flatMap(value -> text(value).stream())
                        .toList();
    }

    private static String withoutEnd(String title, List<String> values) {
        String end = " " + String.join(" ", values);
        boolean stands = !values.isEmpty()
                && title.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT))
                && title.length() > end.length();
        return stands ? title.substring(0, title.length() - end.length()).strip() : title;
    }

    private Optional<String> description(ItemWire item) {
        return switch (options.description()) {
            case ECOMMERCE -> text(item.longText());
            case NOTE ->
                item.note() == null ? Optional.empty() : text(item.note().note());
            case NONE -> Optional.empty();
        };
    }

    private static Optional<String> text(ShownWire.@Nullable LongText text) {
        return text == null ? Optional.empty() : text(text.longDescription()).or(() -> text(text.shortDescription()));
    }

    private static Optional<String> category(ShownWire.@Nullable Category category) {
        return category == null
                ? Optional.empty()
                : text(category.fullPathName()).or(() -> text(category.name()));
    }

    private static Set<String> tags(ShownWire.@Nullable Tags tags) {
        Set<String> names = new LinkedHashSet<>();
        if (tags != null) {
            for (JsonNode tag : PageWire.present(tags.rows())) {
                text(tag.isTextual() ? tag.asText() : tag.path("name").asText(""))
                        .ifPresent(names::add);
            }
        }
        return names;
    }

    private static List<String> images(ShownWire.@Nullable Images images) {
        return images == null
                ? List.of()
                : PageWire.present(images.rows()).stream()
                        .sorted(Comparator.comparingInt(VariantMapper::place))
                        .flatMap(image -> text(image.publicID()).stream()
                                .map(name -> Objects.requireNonNullElse(image.baseImageURL(), "") + name))
                        .toList();
    }

    private static int place(ShownWire.Image image) {
        String ordering = image.ordering();
        return ordering != null && ordering.matches("[0-9]{1,9}") ? Integer.parseInt(ordering) : Integer.MAX_VALUE;
    }

    private Optional<Money> price(ItemWire item, ExternalId id) {
        ShownWire.Prices prices = item.prices();
        if (options.currency().isEmpty() || prices == null) {
            return Optional.empty();
        }
        return PageWire.present(prices.rows()).stream()
                .filter(price -> options.priceUse().equalsIgnoreCase(price.useType()))
                .flatMap(price -> text(price.amount()).stream())
                .findFirst()
                .map(amount -> new Money(number(id, amount), options.currency().get()));
    }

    private static BigDecimal number(ExternalId item, String amount) {
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw Problem.unreadable("a price of item " + item + " is not a number")
                    .asException();
        }
    }

    private static Optional<String> text(@Nullable String raw) {
        return Optional.ofNullable(raw).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ExternalId id(@Nullable String itemID) {
        if (itemID == null || itemID.isBlank() || itemID.equals("0")) {
            throw Problem.unreadable("a row came without itemID").asException();
        }
        return new ExternalId(itemID);
    }
}
