package io.tallyport.lightspeed.xseries;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * A version of the API as it stands in the path: the old 2.0, or a dated one such as 2026-07.
 *
 * <p>Dated versions come each quarter and are kept for at least twelve months; a call to one that has expired is not
 * refused but answered by the oldest that is served (vendor page versioning-strategy).
 */
record ApiVersion(String text) {

    static final ApiVersion TWO = new ApiVersion("2.0");

    private static final Pattern DATED = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
    private static final int MONTHS_KEPT = 12;

    ApiVersion {
        if (!text.equals("2.0") && !DATED.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no version of the X-Series API that can be used; use 2.0 or a dated one such as 2026-07");
        }
    }

    boolean isDated() {
        return !equals(TWO);
    }

    /** Whether the vendor's promise to serve it is over, so that another version may answer under its name. */
    boolean isBeyondItsPromise(Instant now) {
        return isDated()
                && YearMonth.parse(text).plusMonths(MONTHS_KEPT).isBefore(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public String toString() {
        return text;
    }
}
