package io.tallyport.sandbox.shopify;

import io.tallyport.sandbox.catalogue.CardEdit;
import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.control.ProductControl;
import java.util.Optional;

/** What the shop shows of its products, changed by staff in the admin. */
final class ShopCards implements ProductControl {

    private final Shop shop;

    ShopCards(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Optional<ProductCard> card(String sku) {
        return shop.exactSku(sku).map(shop::card);
    }

    @Override
    public ProductCard edit(String sku, CardEdit edit) {
        return shop.atomically(() -> {
            Variant variant =
                    shop.exactSku(sku).orElseThrow(() -> new IllegalArgumentException("the shop knows no SKU " + sku));
            ProductCard after = edit.of(shop.card(variant));
            shop.show(variant, after);
            return after;
        });
    }
}
