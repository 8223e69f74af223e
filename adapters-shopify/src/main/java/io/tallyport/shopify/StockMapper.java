package io.tallyport.shopify;

import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what Shopify says of an inventory item into a stock level. */
final class StockMapper {

    static final String AVAILABLE = "available";
    static final String ON_HAND = "on_hand";

    /** What Shopify calls the only variant of a product without options. */
    private static final String NO_OPTIONS = "Default Title";

    private StockMapper() {}

    static StockLevel level(Wire.Variant variant) {
        Wire.Item item = variant.inventoryItem();
        return level(item, title(variant), item.inventoryLevel());
    }

    static StockLevel level(Wire.Item item, String title, Wire.@Nullable Level level) {
        boolean usable = level != null && level.active();
        return new StockLevel(
                new ExternalId(item.id()),
                sku(item.sku()),
                title,
                item.tracked(),
                stocking(level),
                usable ? figure(level, ON_HAND) : Optional.empty(),
                usable ? figure(level, AVAILABLE) : Optional.empty());
    }

    private static Stocking stocking(Wire.@Nullable Level level) {
        if (level == null) {
            return Stocking.NOT_STOCKED;
        }
        return level.active() ? Stocking.STOCKED : Stocking.INACTIVE;
    }

    private static Optional<Sku> sku(@Nullable String raw) {
        return raw != null && Sku.isPresent(raw) ? Optional.of(new Sku(raw)) : Optional.empty();
    }

    private static String title(Wire.Variant variant) {
        String product = Optional.ofNullable(variant.product().title()).orElse("");
        String own = Optional.ofNullable(variant.title()).orElse("");
        return own.isBlank() || own.equals(NO_OPTIONS) ? product : product + " / " + own;
    }

    private static Optional<Quantity> figure(Wire.@Nullable Level level, String name) {
        if (level == null) {
            return Optional.empty();
        }
        return level.quantities().stream()
                .filter(figure -> figure.name().equals(name))
                .flatMap(figure -> Optional.ofNullable(figure.quantity()).stream())
                .findFirst()
                .map(Quantity::new);
    }
}
