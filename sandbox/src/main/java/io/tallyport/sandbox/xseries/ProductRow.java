package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.catalogue.Branch;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.catalogue.Showcase;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    boolean active;
    final boolean tracked;
    final boolean composite;
    /** Of each outlet that has a row. */
    List<StockRow> stock = List.of();

    /** What staff made of what it shows; null while that is as it was made up. */
    @Nullable
    ProductCard edited;

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
        return familyHead == 0 ? card().title() : "Weekend Set " + familyHead;
    }

    /** What customers are shown; a member of a family has its title as its option. */
    ProductCard card() {
        ProductCard card = edited == null ? Showcase.pos(number, title, Long.toString(barcode), priceCents) : edited;
        return card.withStatus(active && !deleted ? ProductCard.Status.ACTIVE : ProductCard.Status.ARCHIVED);
    }

    String variantName() {
        return familyHead == 0 ? card().title() : name() + " / " + card().title();
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
