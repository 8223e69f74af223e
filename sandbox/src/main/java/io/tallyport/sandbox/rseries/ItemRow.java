package io.tallyport.sandbox.rseries;

import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.catalogue.Showcase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item; guarded by the store's lock. */
final class ItemRow {

    private static final long FIRST_MATRIX = 7_000;

    /** In the catalogue. */
    final int number;
    /** The title that it was made up with, from which everything else about it follows. */
    final String madeTitle;

    final long itemId;
    final long systemSku;
    final int priceCents;
    final boolean tracked;
    final long createTime;
    /** Of shop 0, 1 and 2, as far as there are rows. */
    final List<ItemShopRow> shops = new ArrayList<>(3);

    String description = "";
    String customSku = "";
    String manufacturerSku = "";
    String upc = "";
    String ean = "";
    boolean archived;
    long timeStamp;
    /** What staff made of what it shows; null while that is as it was made up. */
    @Nullable
    ProductCard edited;

    ItemRow(
            int number,
            String madeTitle,
            long itemId,
            long systemSku,
            int priceCents,
            boolean tracked,
            long createTime) {
        this.number = number;
        this.madeTitle = madeTitle;
        this.description = madeTitle;
        this.itemId = itemId;
        this.systemSku = systemSku;
        this.priceCents = priceCents;
        this.tracked = tracked;
        this.createTime = createTime;
        this.timeStamp = createTime;
    }

    /** What customers are shown; title, barcode and whether it is archived are the row's own. */
    ProductCard card() {
        ProductCard made = edited == null ? Showcase.pos(number, madeTitle, ean, priceCents) : edited;
        return new ProductCard(
                description,
                made.price(),
                made.description(),
                made.category(),
                made.tags(),
                made.images(),
                ean,
                archived ? ProductCard.Status.ARCHIVED : ProductCard.Status.ACTIVE);
    }

    /** Of each thirty items the first three have a matrix, each one of its own. */
    long matrixId() {
        boolean has = number % 30 >= 1 && number % 30 <= 3;
        return has ? FIRST_MATRIX + number : 0;
    }

    Optional<ItemShopRow> shop(int shopId) {
        return shops.stream().filter(row -> row.shopId == shopId).findFirst();
    }
}
