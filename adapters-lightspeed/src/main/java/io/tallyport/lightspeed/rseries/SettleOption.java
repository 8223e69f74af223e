package io.tallyport.lightspeed.rseries;

import java.time.Duration;
import java.util.Map;

/**
 * How long a write that got no answer may still land.
 *
 * @param time after it absence in the log is proof
 */
record SettleOption(Duration time) {

    static final String NAME = "adjust-settle-seconds";

    private static final int LONGEST = 86_400;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException for a value that it cannot have
     */
    static SettleOption from(Map<String, String> options) {
        String given = options.getOrDefault(NAME, "120");
        if (given.matches("[0-9]{1,5}") && Integer.parseInt(given) <= LONGEST) {
            return new SettleOption(Duration.ofSeconds(Integer.parseInt(given)));
        }
        throw new IllegalArgumentException(
                "option " + NAME + " is a number from 0 to " + LONGEST + ", got \"" + given + "\"");
    }
}
