package io.tallyport.core.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Fields of a body of the kind {@code application/x-www-form-urlencoded}. */
final class FormFields {

    private FormFields() {}

    /** The first field of that name, decoded; empty when there is none or it is not encoded as it should be. */
    static Optional<String> find(RawBody body, String name) {
        for (String pair : body.text().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(name)) {
                return decoded(pair.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
