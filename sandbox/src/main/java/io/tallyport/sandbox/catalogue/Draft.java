package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/** An item while it is being made up: plain at first, then bent by at most one irregularity. */
final class Draft {

    final int number;
    private final String title;
    private final String barcode;
    private final int priceCents;
    private final Branch branch;
    Optional<String> posSku;
    Optional<String> shopSku;
    Optional<BigDecimal> posQoh;
    boolean atPos = true;
    boolean posArchived;
    boolean posTracked = true;
    boolean inShop = true;
    boolean shopTracked = true;
    boolean shopStocked = true;
    boolean shopActive = true;
    int shopAvailable;
    int shopCommitted;

    Draft(
            int number,
            String title,
            String sku,
            String barcode,
            int priceCents,
            int posQoh,
            int shopAvailable,
            Branch branch) {
        this.number = number;
        this.title = title;
        this.barcode = barcode;
        this.priceCents = priceCents;
        this.branch = branch;
        this.posSku = Optional.of(sku);
        this.shopSku = Optional.of(sku);
        this.posQoh = Optional.of(BigDecimal.valueOf(posQoh));
        this.shopAvailable = shopAvailable;
    }

    CatalogueItem item() {
        return new CatalogueItem(
                number,
                title,
                posSku,
                barcode,
                atPos,
                posArchived,
                posTracked,
                posQoh,
                shopSku,
                inShop,
                shopTracked,
                shopStocked,
                shopActive,
                shopAvailable,
                shopCommitted,
                priceCents,
                branch);
    }
}
