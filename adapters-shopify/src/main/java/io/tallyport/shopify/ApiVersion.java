package io.tallyport.shopify;

import java.util.regex.Pattern;

/**
 * The API version that a connection asks for.
 *
 * @param value such as {@code 2026-07}
 */
record ApiVersion(String value) {

    static final String OPTION = "api-version";
    /** From here on levels know {@code isActive} and writes carry {@code changeFromQuantity} and a key. */
    private static final String OLDEST = "2026-04";

    private static final Pattern SHAPE = Pattern.compile("20[0-9]{2}-(01|04|07|10)");

    static final ApiVersion DEFAULT = new ApiVersion("2026-07");

    ApiVersion {
        if (!SHAPE.matcher(value).matches() || value.compareTo(OLDEST) < 0) {
            throw new IllegalArgumentException("the option " + OPTION + " is a released version from " + OLDEST
                    + " on, such as 2026-07; got \"" + value + "\"");
        }
    }
}
