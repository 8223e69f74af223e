package io.tallyport.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameters of a request for tokens, secrets among them, which it never prints.
 *
 * @param body how they travel
 */
record TokenFields(OAuthGrant.Body body, Map<String, String> fields) {

    /** As a form, which the token servers want in the body. */
    String asForm() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "TokenFields" + fields.keySet();
    }
}
