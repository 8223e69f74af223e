package io.tallyport.sandbox.xseries;

import java.math.BigDecimal;

/** What an outlet has of a product; guarded by the store's monitor. */
final class StockRow implements Versioned {

    final ProductRow product;
    final OutletRow outlet;
    BigDecimal level;
    private long version;

    StockRow(ProductRow product, OutletRow outlet, BigDecimal level) {
        this.product = product;
        this.outlet = outlet;
        this.level = level;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void mark(long next) {
        version = next;
    }

    /** A deleted product's stock is gone with it. */
    @Override
    public boolean deleted() {
        return product.deleted();
    }
}
