package io.tallyport.sandbox.control;

/**
 * The units of one SKU at the web shop's location in question; {@code onHand = available + committed}.
 *
 * @param sku as the shop spells it
 */
public record ShopLevel(String sku, int available, int committed, int onHand) {}
