package io.tallyport.runtime.mapping;

import io.tallyport.core.connection.Platform;

/**
 * What a mapping file calls the two sides: the names of the format are {@code lightspeed} for the POS and {@code shopify}
 * for the shop, whichever of the two a route begins at. Between two of one kind, the source is {@code lightspeed}.
 */
record SheetNames(String source, String target) {

    private static final String POS = "lightspeed";
    private static final String SHOP = "shopify";

    static SheetNames of(Platform source, Platform target) {
        boolean fromShop = source.code().equals(SHOP) && !target.code().equals(SHOP);
        return fromShop ? new SheetNames(SHOP, POS) : new SheetNames(POS, SHOP);
    }

    String sourceSku() {
        return source + "_sku";
    }

    String targetSku() {
        return target + "_sku";
    }

    String sourceItem() {
        return source + "_item";
    }

    String targetItem() {
        return target + "_item";
    }
}
