package io.tallyport.lightspeed.rseries;

import org.jspecify.annotations.Nullable;

/** One change of a level; ids of what caused it are "0" where nothing of the kind did. */
record InventoryLogWire(
        @Nullable String inventoryLogID,
        @Nullable String itemID,
        @Nullable String shopID,
        @Nullable String qohChange,
        @Nullable String saleID,
        @Nullable String orderID,
        @Nullable String transferID,
        @Nullable String inventoryCountID,
        @Nullable String vendorReturnID,
        @Nullable String itemImportID) {}
