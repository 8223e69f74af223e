package io.tallyport.lightspeed.xseries;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the options of a connection say about adjusting stock.
 *
 * @param version of the API; 2.0 has no adjustments
 * @param reasons empty where the connection has none, and so cannot adjust
 * @param settle how long a write that got no answer may still land
 */
record AdjustOptions(ApiVersion version, Optional<Reasons> reasons, Duration settle) {

    /**
     * The ids of two custom reasons that are kept for us alone.
     *
     * @param in of type POSITIVE
     * @param out of type NEGATIVE
     */
    record Reasons(String in, String out) {

        String of(int signum) {
            return signum > 0 ? in : out;
        }
    }

    static final String IN = "adjust-reason-in";
    static final String OUT = "adjust-reason-out";
    private static final String VERSION = "api-version.adjustments";
    private static final String SETTLE = "adjust-settle-seconds";
    static final List<String> NAMES = List.of(VERSION, IN, OUT, SETTLE);

    private static final String FIRST_WITH_ADJUSTMENTS = "2026-01";
    private static final String LONGEST_SETTLE = "86400";

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException for a value that an option cannot have
     */
    static AdjustOptions from(Map<String, String> options) {
        return new AdjustOptions(version(options), reasons(options), settle(options));
    }

    private static ApiVersion version(Map<String, String> options) {
        String given = options.getOrDefault(VERSION, "2026-07");
        if (!given.matches("20[0-9]{2}-(0[1-9]|1[0-2])") || given.compareTo(FIRST_WITH_ADJUSTMENTS) < 0) {
            throw new IllegalArgumentException("option " + VERSION + " is a dated version from "
                    + FIRST_WITH_ADJUSTMENTS + " on, such as 2026-07, got \"" + given + "\"");
        }
        return new ApiVersion(given);
    }

    private static Optional<Reasons> reasons(Map<String, String> options) {
        if (!options.containsKey(IN) && !options.containsKey(OUT)) {
            return Optional.empty();
        }
        String in = id(options, IN);
        String out = id(options, OUT);
        if (in.equalsIgnoreCase(out)) {
            throw new IllegalArgumentException("options " + IN + " and " + OUT + " must name two different reasons");
        }
        return Optional.of(new Reasons(in, out));
    }

    private static String id(Map<String, String> options, String name) {
        String given = options.getOrDefault(name, "").strip();
        if (ProductKey.of(given).isEmpty()) {
            throw new IllegalArgumentException("option " + name + " is the id of a custom adjustment reason, and goes"
                    + " together with " + (name.equals(IN) ? OUT : IN) + ", got \"" + given + "\"");
        }
        return given;
    }

    private static Duration settle(Map<String, String> options) {
        String given = options.getOrDefault(SETTLE, "120");
        if (given.matches("[0-9]{1,5}") && Integer.parseInt(given) <= Integer.parseInt(LONGEST_SETTLE)) {
            return Duration.ofSeconds(Integer.parseInt(given));
        }
        throw new IllegalArgumentException(
                "option " + SETTLE + " is a number from 0 to " + LONGEST_SETTLE + ", got \"" + given + "\"");
    }
}
