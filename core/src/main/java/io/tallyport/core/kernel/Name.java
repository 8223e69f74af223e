package io.tallyport.core.kernel;

import java.util.regex.Pattern;

/** The rule for the names that people give to connections and routes. */
final class Name {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private Name() {}

    static String checked(String what, String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a " + what + " name is 1 to 40 lower-case letters, digits and hyphens,"
                    + " not beginning with a hyphen; got \"" + value + "\"");
        }
        return value;
    }
}
