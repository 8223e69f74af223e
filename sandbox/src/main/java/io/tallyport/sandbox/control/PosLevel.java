package io.tallyport.sandbox.control;

import java.math.BigDecimal;

/**
 * The stock of one SKU in one shop or outlet of a POS.
 *
 * @param sku as the POS spells it
 * @param itemId the vendor's id of the item
 * @param qoh quantity on hand, may be negative or fractional
 */
public record PosLevel(String sku, String itemId, BigDecimal qoh) {}
