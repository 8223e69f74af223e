package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;

/** A shop behind an adapter, with a hand on its stock: what the contract kits of the inventory ports need. */
public interface ShopUnderTest {

    InventorySource source();

    /** A location with at least 40 items, of which the source can be read to the end. */
    ExternalId location();

    /** A location id of the platform's shape that does not exist. */
    ExternalId unknownLocation();

    /** An item id of the platform's shape that does not exist. */
    ExternalId unknownItem();

    /** Changes the on-hand figure of a stocked item by {@code units}, as a sale or a delivery would. */
    void move(StockLevel level, long units);
}
