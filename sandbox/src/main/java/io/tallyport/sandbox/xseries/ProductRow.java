package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.catalogue.Branch;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import java.util.List;

/** A product; guarded by the store's monitor. */
final class ProductRow implements Versioned {

    final int number;
    final String title;
    /** Empty where there is none. */
    final String sku;

    final long barcode;
    final int priceCents;
    /** The number of the family's first product; 0 outside families. */
    final int familyHead;

    final boolean active;
    final boolean tracked;
    final boolean composite;
    /** Of each outlet that has a row. */
    List<StockRow> stock = List.of();

    private final boolean deleted;
    private long version;

    ProductRow(CatalogueItem item) {
        Branch branch = item.branch();
        this.number = item.number();
        this.title = item.title();
        this.sku = branch.sku().orElse("");
        this.barcode = Long.parseLong(item.barcode());
        this.priceCents = item.priceCents();
        this.familyHead = branch.familyHead().orElse(0);
        this.active = branch.active();
        this.tracked = branch.tracked();
        this.composite = branch.composite();
        this.deleted = branch.deleted();
    }

    /** The family's name, which all its members have, or the product's own. */
    String name() {
        return familyHead == 0 ? title : "Weekend Set " + familyHead;
    }

    String variantName() {
        return familyHead == 0 ? title : name() + " / " + title;
    }

    boolean headsFamily() {
        return familyHead == number;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void mark(long next) {
        version = next;
    }

    @Override
    public boolean deleted() {
        return deleted;
    }
}
