package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One product of the made-up shop, as the POS and the web shop each know it at the start.
 *
 * @param number counts from 1 and is part of every id
 * @param posSku the POS's custom SKU; empty where the POS has none or does not carry the product
 * @param barcode an EAN-13, the same on both sides
 * @param atPos whether the POS carries the product at all
 * @param posArchived archived at the POS
 * @param posTracked false for services and other items without stock
 * @param posQoh quantity on hand in the POS's main shop, may be negative or fractional; empty where the row is missing
 * @param shopSku the web shop's SKU; empty where it has none or does not carry the product
 * @param inShop whether the web shop carries the product at all
 * @param shopTracked whether the web shop tracks its stock
 * @param shopStocked whether the web shop has an inventory level at its main location
 * @param shopActive whether that level is active
 * @param shopAvailable units available at the web shop's main location
 * @param shopCommitted units committed to orders there; on hand = available + committed
 * @param priceCents selling price
 * @param branch the same product at the second store
 */
public record CatalogueItem(
        int number,
        String title,
        Optional<String> posSku,
        String barcode,
        boolean atPos,
        boolean posArchived,
        boolean posTracked,
        Optional<BigDecimal> posQoh,
        Optional<String> shopSku,
        boolean inShop,
        boolean shopTracked,
        boolean shopStocked,
        boolean shopActive,
        int shopAvailable,
        int shopCommitted,
        int priceCents,
        Branch branch) {}
