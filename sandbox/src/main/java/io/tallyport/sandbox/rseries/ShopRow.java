package io.tallyport.sandbox.rseries;

/** A shop. */
record ShopRow(int shopId, String name) {}
