package io.tallyport.benchmarks;

/**
 * The two shops that plan and plain comparison are made of.
 *
 * @param sold how many SKUs differ
 */
record LargeShops(int rows, int sold) {

    LargeShop source() {
        return new LargeShop(rows, 611_953, "", 0);
    }

    LargeShop target() {
        return new LargeShop(rows, 999_331, "gid://shopify/InventoryItem/", sold);
    }
}
