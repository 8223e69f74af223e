package io.tallyport.core.counting;

import java.util.regex.Pattern;

/**
 * What people call a count, here and at the platform, such as {@code CNT-2026-001}. With its connection it is the count.
 *
 * @param value 1 to 40 letters, digits and hyphens, beginning with a letter or digit
 */
public record CountReference(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    public CountReference {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a count's reference is 1 to 40 letters, digits and hyphens, beginning with a"
                            + " letter or digit, such as CNT-2026-001; got \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
