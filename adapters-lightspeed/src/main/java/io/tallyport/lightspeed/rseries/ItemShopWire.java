package io.tallyport.lightspeed.rseries;

import org.jspecify.annotations.Nullable;

/** An item's stock in one shop; shop 0 is the sum over all shops. */
record ItemShopWire(
        @Nullable String itemID,
        @Nullable String shopID,
        @Nullable String qoh) {}
