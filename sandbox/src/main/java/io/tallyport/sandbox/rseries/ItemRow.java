package io.tallyport.sandbox.rseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An item; guarded by the store's lock. */
final class ItemRow {

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

    ItemRow(long itemId, long systemSku, int priceCents, boolean tracked, long createTime) {
        this.itemId = itemId;
        this.systemSku = systemSku;
        this.priceCents = priceCents;
        this.tracked = tracked;
        this.createTime = createTime;
        this.timeStamp = createTime;
    }

    Optional<ItemShopRow> shop(int shopId) {
        return shops.stream().filter(row -> row.shopId == shopId).findFirst();
    }
}
