package io.tallyport.lightspeed.rseries;

import org.jspecify.annotations.Nullable;

/** An item; every scalar is a string, any may be missing. */
record ItemWire(
        @Nullable String itemID,
        @Nullable String systemSku,
        @Nullable String customSku,
        @Nullable String manufacturerSku,
        @Nullable String upc,
        @Nullable String ean,
        @Nullable String description,
        @Nullable String itemType,
        @Nullable ItemShopsWire itemShops) {}
