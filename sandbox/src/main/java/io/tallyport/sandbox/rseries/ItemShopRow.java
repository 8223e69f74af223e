package io.tallyport.sandbox.rseries;

import java.math.BigDecimal;

/** The stock of one item in one shop, or the sum over all shops (shop 0); guarded by the store's lock. */
final class ItemShopRow {

    static final int SUM = 0;
    static final int MAIN = 1;
    static final int WAREHOUSE = 2;

    final long itemShopId;
    final ItemRow item;
    final int shopId;

    BigDecimal qoh;
    BigDecimal reorderPoint = BigDecimal.ZERO;
    BigDecimal reorderLevel = BigDecimal.ZERO;
    long timeStamp;

    ItemShopRow(long itemShopId, ItemRow item, int shopId, BigDecimal qoh, long timeStamp) {
        this.itemShopId = itemShopId;
        this.item = item;
        this.shopId = shopId;
        this.qoh = qoh;
        this.timeStamp = timeStamp;
    }

    /** What may be sold: never below zero; of the sum, the sum over the shops of what may be sold there. */
    BigDecimal sellable() {
        if (shopId != SUM) {
            return qoh.max(BigDecimal.ZERO);
        }
        return item.shops.stream()
                .filter(row -> row.shopId != SUM)
                .map(ItemShopRow::sellable)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
