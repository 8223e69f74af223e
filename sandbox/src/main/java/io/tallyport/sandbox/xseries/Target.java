package io.tallyport.sandbox.xseries;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path names.
 *
 * @param shape the path within its version with {@code {}} for an id, such as {@code products/{}/inventory}
 * @param id empty where the path holds none
 * @param second the id behind that, such as of a product on a consignment
 */
record Target(Contract contract, String shape, Optional<String> id, Optional<String> second) {

    static final String ADJUSTMENTS = "stock_adjustments";
    static final String REASONS = "custom_inventory_adjustment_reasons";

    private static final List<String> DATES = List.of("2026-01", "2026-04", "2026-07", "2026-10");
    private static final Pattern PATH = Pattern.compile("/api/(?:(\\d+\\.\\d+|\\d{4}-\\d{2})/)?(.*)");
    private static final Pattern WITHIN = Pattern.compile("(\\w+)(?:/([^/]+)(?:(/\\w+)(?:/([^/]+))?)?)?");

    /**
     * Reads a path; a month that is no longer supported means the oldest one that is.
     *
     * @throws Refusal when there is no such version, or no longer
     */
    static Target of(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new Refusal(404, "not found");
        }
        Contract contract =
                contract(Optional.ofNullable(matcher.group(1)).orElse("0.9"), String.valueOf(matcher.group(2)));
        Matcher within = WITHIN.matcher(String.valueOf(matcher.group(2)));
        if (!within.matches()) {
            throw new Refusal(404, "not found");
        }
        Optional<String> id = Optional.ofNullable(within.group(2));
        String below = Optional.ofNullable(within.group(3)).orElse("");
        Optional<String> second = Optional.ofNullable(within.group(4));
        String shape = within.group(1) + (id.isPresent() ? "/{}" : "") + below + (second.isPresent() ? "/{}" : "");
        return new Target(contract, shape, id, second);
    }

    /** Whether the path is a list that is read page by page along the versions. */
    boolean paged() {
        return List.of(
                        "inventory",
                        "outlets",
                        "registers",
                        "products",
                        ADJUSTMENTS,
                        REASONS,
                        "consignments",
                        "consignments/{}/products",
                        "suppliers")
                .contains(shape);
    }

    /** Whether the path is about what is bought, moved or counted, about those who sell it, or about webhooks. */
    boolean trading() {
        return shape.matches("(consignments|suppliers|webhooks)(/.*)?");
    }

    /** Whether the path is about adjustments, which want the right to write even to be read. */
    boolean adjusting() {
        return shape.equals(ADJUSTMENTS) || shape.equals(REASONS);
    }

    /** Whether the path is about stock, which the two contracts tell in two forms. */
    boolean stock() {
        return shape.startsWith("inventory") || shape.endsWith("/inventory");
    }

    private static Contract contract(String version, String rest) {
        if (version.equals("0.9") && (rest + "/").startsWith("products/")) {
            throw new Refusal(410, "Gone");
        }
        if (version.equals("2.0")) {
            return Contract.NUMBERED;
        }
        boolean month = version.indexOf('-') > 0;
        if (month && (DATES.contains(version) || version.compareTo(DATES.get(0)) < 0)) {
            return Contract.DATED;
        }
        throw new Refusal(404, "not found");
    }
}
