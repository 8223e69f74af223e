package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.catalogue.CardEdit;
import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.catalogue.ProductCard.Status;
import io.tallyport.sandbox.control.ProductControl;
import java.util.Optional;

/** What the products show, changed by staff, which gives each a new version. */
final class ProductCards implements ProductControl {

    private final XSeriesStore store;
    private final Events events;

    ProductCards(XSeriesStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public Optional<ProductCard> card(String sku) {
        synchronized (store) {
            return find(sku).map(ProductRow::card);
        }
    }

    @Override
    public ProductCard edit(String sku, CardEdit edit) {
        synchronized (store) {
            ProductRow product =
                    find(sku).orElseThrow(() -> new IllegalArgumentException("X-Series knows no SKU " + sku));
            ProductCard after = edit.of(product.card());
            if (after.status() != Status.ACTIVE && after.status() != Status.ARCHIVED) {
                throw new IllegalArgumentException("a product of X-Series is ACTIVE or, made inactive, ARCHIVED");
            }
            product.edited = after;
            product.active = after.status() == Status.ACTIVE;
            store.productTable.touch(product);
            events.edited(product);
            return product.card();
        }
    }

    private Optional<ProductRow> find(String sku) {
        return store.products.ofSku(sku).stream()
                .filter(product -> product.sku.equals(sku) && !product.deleted())
                .findFirst();
    }
}
