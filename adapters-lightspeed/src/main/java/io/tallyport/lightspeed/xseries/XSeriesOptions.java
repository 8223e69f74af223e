package io.tallyport.lightspeed.xseries;

import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.CurrencyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the options of a connection say: the API version of each group of resources, which change at different times, the
 * sizes of pages, and whether a product code may stand in for an empty SKU.
 *
 * @param inventoryPage rows a page; the vendor publishes no maximum for 2.0, and 5000 for dated versions
 * @param productsPage rows a page; the vendor publishes no maximum
 */
record XSeriesOptions(
        ApiVersion inventory,
        ApiVersion products,
        ApiVersion outlets,
        int inventoryPage,
        int productsPage,
        boolean codesStandIn) {

    private static final String INVENTORY = "api-version.inventory";
    private static final String PRODUCTS = "api-version.products";
    private static final String OUTLETS = "api-version.outlets";
    private static final String INVENTORY_PAGE = "page-size.inventory";
    private static final String PRODUCTS_PAGE = "page-size.products";
    private static final String SKU_FALLBACK = "sku-fallback";
    private static final List<String> ALL =
            List.of(INVENTORY, PRODUCTS, OUTLETS, INVENTORY_PAGE, PRODUCTS_PAGE, SKU_FALLBACK, CurrencyOption.NAME);

    private static final String PAGE = "1000";
    private static final int LARGEST_PAGE = 10_000;
    private static final int LARGEST_DATED_PAGE = 5_000;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException for an option that does not exist or a value that it cannot have
     */
    static XSeriesOptions from(Map<String, String> options) {
        for (String option : options.keySet()) {
            List<String> known = Stream.of(ALL, AdjustOptions.NAMES, ConsignmentOptions.NAMES, AuthOptions.NAMES)
                    .flatMap(List::stream)
                    .toList();
            if (!known.contains(option)) {
                throw new IllegalArgumentException(
                        "unknown option \"" + option + "\" for lightspeed-x; there are: " + String.join(", ", known));
            }
        }
        ApiVersion inventory = version(options, INVENTORY);
        return new XSeriesOptions(
                inventory,
                version(options, PRODUCTS),
                version(options, OUTLETS),
                size(options, INVENTORY_PAGE, inventory.isDated() ? LARGEST_DATED_PAGE : LARGEST_PAGE),
                size(options, PRODUCTS_PAGE, LARGEST_PAGE),
                codesStandIn(options.getOrDefault(SKU_FALLBACK, "none")));
    }

    private static ApiVersion version(Map<String, String> options, String name) {
        try {
            return new ApiVersion(options.getOrDefault(name, ApiVersion.TWO.text()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("option " + name + ": " + e.getMessage(), e);
        }
    }

    private static int size(Map<String, String> options, String name, int largest) {
        String given = options.getOrDefault(name, PAGE);
        if (given.matches("[0-9]{1,5}") && Integer.parseInt(given) >= 1 && Integer.parseInt(given) <= largest) {
            return Integer.parseInt(given);
        }
        throw new IllegalArgumentException(
                "option " + name + " is a number from 1 to " + largest + ", got \"" + given + "\"");
    }

    private static boolean codesStandIn(String given) {
        return switch (given) {
            case "none" -> false;
            case "product-codes" -> true;
            default ->
                throw new IllegalArgumentException(
                        "option " + SKU_FALLBACK + " is none or product-codes, got \"" + given + "\"");
        };
    }
}
