package io.tallyport.lightspeed.rseries;

import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.remote.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns items and their stock rows into stock levels.
 *
 * <p>The figure is {@code qoh}, never {@code sellable}, which hides what is below zero; and never that of shop 0, which
 * is the sum over all shops. Rests on the vendor's pages endpoints/itemshop and tutorials/inventory-levels.
 */
final class StockLevelMapper {

    private final SkuField skuField;

    StockLevelMapper(SkuField skuField) {
        this.skuField = skuField;
    }

    /**
     * The levels of a page of items.
     *
     * @throws io.tallyport.remote.ProblemException when a row cannot be used, or the relation was not loaded
     */
    List<StockLevel> levels(List<ItemWire> items, ExternalId shop) {
        boolean loaded = items.stream().anyMatch(item -> item.itemShops() != null || !tracked(item));
        if (!items.isEmpty() && !loaded) {
            throw Problem.unreadable("the items came without their stock (ItemShops)")
                    .asException();
        }
        return items.stream().map(item -> level(item, shop)).toList();
    }

    private StockLevel level(ItemWire item, ExternalId shop) {
        ExternalId id = id(item.itemID());
        List<ItemShopWire> rows = item.itemShops() == null
                ? List.of()
                : PageWire.present(item.itemShops().rows());
        List<ItemShopWire> here =
                rows.stream().filter(row -> shop.value().equals(row.shopID())).toList();
        String code = skuField.of(item);
        return new StockLevel(
                id,
                code != null && Sku.isPresent(code) ? Optional.of(new Sku(code)) : Optional.empty(),
                item.description() == null ? "" : item.description(),
                tracked(item),
                here.isEmpty() ? Stocking.NOT_STOCKED : Stocking.STOCKED,
                figure(id, here),
                Optional.empty());
    }

    /** A stock row that came by itself: neither SKU nor title, and whether the item is counted is not said. */
    StockLevel changed(ItemShopWire row) {
        ExternalId id = id(row.itemID());
        return new StockLevel(
                id, Optional.empty(), "", true, Stocking.STOCKED, figure(id, List.of(row)), Optional.empty());
    }

    /** Empty when the rows do not agree or do not say: a missing figure is not zero. */
    private static Optional<Quantity> figure(ExternalId item, List<ItemShopWire> rows) {
        List<Quantity> figures = rows.stream()
                .map(row -> figure(item, row.qoh()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return figures.size() == 1 ? Optional.of(figures.get(0)) : Optional.empty();
    }

    private static Optional<Quantity> figure(ExternalId item, @Nullable String qoh) {
        if (qoh == null || qoh.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Quantity.parse(qoh));
        } catch (NumberFormatException e) {
            throw Problem.unreadable("qoh of item " + item + " is not a number").asException();
        }
    }

    private static boolean tracked(ItemWire item) {
        return !"non_inventory".equalsIgnoreCase(item.itemType());
    }

    private static ExternalId id(@Nullable String itemID) {
        if (itemID == null || itemID.isBlank() || itemID.equals("0")) {
            throw Problem.unreadable("a row came without itemID").asException();
        }
        return new ExternalId(itemID);
    }
}
