package io.tallyport.lightspeed.xseries;

import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns products and their stock rows into stock levels.
 *
 * <p>The figure is that of the outlet as it is, negative and fractional ones included. Rests on the vendor's API 2.0
 * reference for products and inventory.
 */
final class StockMapper {

    private final boolean codesStandIn;

    /**
     * A mapper.
     *
     * @param codesStandIn whether a product without SKU goes by its product code, where it has exactly one
     */
    StockMapper(boolean codesStandIn) {
        this.codesStandIn = codesStandIn;
    }

    /** Whether it is for sale: neither deleted nor inactive. */
    static boolean isSold(ProductWire product) {
        return (product.deletedAt() == null || product.deletedAt().isBlank())
                && !Boolean.FALSE.equals(product.active())
                && !Boolean.FALSE.equals(product.isActive());
    }

    /**
     * A product's level.
     *
     * @param stocked whether the outlet has a row for it
     */
    StockLevel level(ProductWire product, boolean stocked, Optional<Quantity> level) {
        return new StockLevel(
                new ExternalId(Objects.requireNonNull(product.id())),
                sku(product),
                title(product),
                !Boolean.FALSE.equals(product.hasInventory()) && !Boolean.TRUE.equals(product.isComposite()),
                stocked ? Stocking.STOCKED : Stocking.NOT_STOCKED,
                stocked ? level : Optional.empty(),
                Optional.empty());
    }

    /** A stock row that came by itself: neither SKU nor title, and whether the product is counted is not said. */
    StockLevel changed(InventoryRow row) {
        return new StockLevel(
                new ExternalId(row.id()),
                Optional.empty(),
                "",
                true,
                row.deleted() ? Stocking.NOT_STOCKED : Stocking.STOCKED,
                row.deleted() ? Optional.empty() : row.level(),
                Optional.empty());
    }

    /** What it is known by, if anything. */
    Optional<Sku> sku(ProductWire product) {
        String own = product.sku();
        if (own != null && Sku.isPresent(own)) {
            return Optional.of(new Sku(own));
        }
        return codesStandIn ? onlyCode(product.codes()) : Optional.empty();
    }

    /** Of several codes none is better than the others, and a wrong guess writes to the wrong product. */
    private static Optional<Sku> onlyCode(@Nullable List<ProductWire.@Nullable Code> codes) {
        if (codes == null) {
            return Optional.empty();
        }
        List<Sku> skus = codes.stream()
                .filter(Objects::nonNull)
                .map(ProductWire.Code::code)
                .filter(Sku::isPresent)
                .map(code -> new Sku(Objects.requireNonNull(code)))
                .distinct()
                .toList();
        return skus.size() == 1 ? Optional.of(skus.get(0)) : Optional.empty();
    }

    private static String title(ProductWire product) {
        String variant = product.variantName();
        if (variant != null && !variant.isBlank()) {
            return variant;
        }
        return Objects.requireNonNullElse(product.name(), "");
    }
}
