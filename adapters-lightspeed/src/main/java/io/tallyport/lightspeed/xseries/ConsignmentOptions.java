package io.tallyport.lightspeed.xseries;

import java.util.List;
import java.util.Map;

/**
 * What the options of a connection say about consignments, and about webhooks, which tell of them.
 *
 * @param version of the API
 * @param pageSize of lists
 * @param wrapped whether what is written goes under {@code data}; the vendor's own pages differ about it
 * @param webhooks the version of the API that is asked about webhooks, which 2.0 has only as a beta
 * @param bulkLines how many lines one call may add, 0 to add them one by one
 */
record ConsignmentOptions(ApiVersion version, int pageSize, boolean wrapped, int bulkLines, ApiVersion webhooks) {

    private static final String VERSION = "api-version.consignments";
    private static final String PAGE = "page-size.consignments";
    private static final String BODY = "consignment-body";
    private static final String BULK = "consignment-bulk-lines";
    private static final String WEBHOOKS = "api-version.webhooks";
    static final List<String> NAMES = List.of(VERSION, PAGE, BODY, BULK, WEBHOOKS);

    /** What the vendor advises at most. */
    private static final int MOST_LINES = 500;

    private static final int LARGEST_PAGE = 10_000;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException for a value that an option cannot have
     */
    static ConsignmentOptions from(Map<String, String> options) {
        return new ConsignmentOptions(
                version(options, VERSION, ApiVersion.TWO.text()),
                number(options, PAGE, "1000", 1, LARGEST_PAGE),
                wrapped(options.getOrDefault(BODY, "flat")),
                number(options, BULK, Integer.toString(MOST_LINES), 0, MOST_LINES),
                version(options, WEBHOOKS, "2026-07"));
    }

    private static ApiVersion version(Map<String, String> options, String name, String otherwise) {
        try {
            return new ApiVersion(options.getOrDefault(name, otherwise));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("option " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean wrapped(String given) {
        return switch (given) {
            case "flat" -> false;
            case "wrapped" -> true;
            default ->
                throw new IllegalArgumentException("option " + BODY + " is flat or wrapped, got \"" + given + "\"");
        };
    }

    private static int number(Map<String, String> options, String name, String otherwise, int least, int most) {
        String given = options.getOrDefault(name, otherwise);
        if (given.matches("[0-9]{1,5}") && Integer.parseInt(given) >= least && Integer.parseInt(given) <= most) {
            return Integer.parseInt(given);
        }
        throw new IllegalArgumentException(
                "option " + name + " is a number from " + least + " to " + most + ", got \"" + given + "\"");
    }
}
