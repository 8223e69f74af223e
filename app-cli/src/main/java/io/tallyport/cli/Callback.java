package io.tallyport.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a browser was sent back with. */
final class Callback {

    private Callback() {}

    /** The parameters of a query as it stands in an address; of two with one name the first counts. */
    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        });
        return parameters;
    }

    /** The parameters of an address, or of its query alone, that somebody pasted; empty for a code. */
    static Optional<Map<String, String>> ofPasted(String line) {
        int fragment = line.indexOf('#');
        String address = fragment < 0 ? line : line.substring(0, fragment);
        Map<String, String> parameters = parameters(address.substring(address.indexOf('?') + 1));
        return parameters.containsKey("code") || parameters.containsKey("error")
                ? Optional.of(parameters)
                : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
