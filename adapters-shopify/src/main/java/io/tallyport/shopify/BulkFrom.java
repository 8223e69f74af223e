package io.tallyport.shopify;

/**
 * From how many variants on a shop is read by bulk operation.
 *
 * <p>Paging costs a request for each 250 variants, and stops at 25,000. A bulk operation costs about ten requests whatever
 * the size, and may let a minute pass before its first row: below 40 pages it would save little and last longer.
 *
 * @param variants from 1 to 25,000
 */
record BulkFrom(int variants) {

    static final String OPTION = "bulk-from";

    /** Connections stop here (shopify.dev docs/api/usage/limits), so that only a bulk operation sees all of more. */
    private static final int MOST = 25_000;

    static final BulkFrom DEFAULT = new BulkFrom(10_000);

    BulkFrom {
        if (variants < 1 || variants > MOST) {
            throw new IllegalArgumentException(
                    "the option " + OPTION + " is a number of variants from 1 to " + MOST + "; got " + variants);
        }
    }

    static BulkFrom parse(String text) {
        try {
            return new BulkFrom(Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "the option " + OPTION + " is a number of variants from 1 to " + MOST + "; got \"" + text + "\"",
                    notANumber);
        }
    }

    /** A shop that Shopify does not count to the end cannot be paged to its end either. */
    boolean isReachedBy(ShopSize size) {
        return size.variants() >= variants || (size.variants() > 0 && !size.exact());
    }
}
