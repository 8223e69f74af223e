package io.tallyport.sandbox.rseries;

import io.tallyport.sandbox.catalogue.CardEdit;
import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.catalogue.ProductCard.Status;
import io.tallyport.sandbox.control.ProductControl;
import java.util.Optional;

/** What the items show, changed by staff. */
final class ItemCards implements ProductControl {

    private final RSeriesStore store;

    ItemCards(RSeriesStore store) {
        this.store = store;
    }

    @Override
    public Optional<ProductCard> card(String sku) {
        synchronized (store) {
            return store.first(sku).map(ItemRow::card);
        }
    }

    @Override
    public ProductCard edit(String sku, CardEdit edit) {
        synchronized (store) {
            ItemRow item =
                    store.first(sku).orElseThrow(() -> new IllegalArgumentException("R-Series knows no SKU " + sku));
            ProductCard after = edit.of(item.card());
            if (after.status() != Status.ACTIVE && after.status() != Status.ARCHIVED) {
                throw new IllegalArgumentException("an item of R-Series is ACTIVE or ARCHIVED");
            }
            store.edit(item, () -> {
                item.description = after.title();
                item.ean = after.barcode();
                item.archived = after.status() == Status.ARCHIVED;
                item.edited = after;
            });
            return item.card();
        }
    }
}
