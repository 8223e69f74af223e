package io.tallyport.shopify;

import io.tallyport.core.connection.Expiry;
import io.tallyport.core.kernel.ConnectionId;
import java.time.YearMonth;
import java.time.ZoneOffset;
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

    /** Each version is kept for at least a year (shopify.dev docs/api/usage/versioning). */
    private static final int MONTHS_KEPT = 12;

    static final ApiVersion DEFAULT = new ApiVersion("2026-07");

    ApiVersion {
        if (!SHAPE.matcher(value).matches() || value.compareTo(OLDEST) < 0) {
            throw new IllegalArgumentException("the option " + OPTION + " is a released version from " + OLDEST
                    + " on, such as 2026-07; got \"" + value + "\"");
        }
    }

    /** From when on Shopify may answer in another version. */
    Expiry expiry(ConnectionId connection) {
        return new Expiry(
                "Shopify's promise to serve API version " + value,
                YearMonth.parse(value)
                        .plusMonths(MONTHS_KEPT)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant(),
                "update Tallyport, or name a later version: tallyport connection update " + connection + " --option "
                        + OPTION + "=YYYY-MM");
    }
}
