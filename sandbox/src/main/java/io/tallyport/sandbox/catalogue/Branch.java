package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A product at the merchant's branch: a second store, with a till system of its own, that feeds the web shop's second
 * location.
 *
 * @param carried whether the branch's till knows the product at all
 * @param sku as that till spells it; empty where it has none
 * @param level on hand at the branch, may be negative or fractional; empty where the row is missing
 * @param tracked false for services and other products without stock
 * @param composite made up of other products, so without stock of its own
 * @param active false for products that are no longer sold
 * @param deleted whether the till has deleted it
 * @param familyHead the number of the first of the products with which it shares name and handle; empty outside families
 * @param shopStocked whether the web shop has a level of it at its second location
 * @param shopAvailable units available there
 */
public record Branch(
        boolean carried,
        Optional<String> sku,
        Optional<BigDecimal> level,
        boolean tracked,
        boolean composite,
        boolean active,
        boolean deleted,
        Optional<Integer> familyHead,
        boolean shopStocked,
        int shopAvailable) {}
