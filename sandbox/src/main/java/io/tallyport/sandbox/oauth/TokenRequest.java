package io.tallyport.sandbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a request for a token, which come in the body only. */
record TokenRequest(Map<String, String> fields) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*[; ]name=\"([^\"]*)\"");

    /** How a body may be written. */
    enum Form {
        JSON("application/json"),
        URL_ENCODED("application/x-www-form-urlencoded"),
        MULTIPART("multipart/form-data");

        private final String type;

        Form(String type) {
            this.type = type;
        }
    }

    /**
     * Reads the body.
     *
     * @throws OauthError when it is of a type that is not among {@code known}, or not what its type says
     */
    static TokenRequest read(SandboxRequest request, Set<Form> known) {
        String type = request.header("content-type").orElse("");
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Form form = known.stream()
                .filter(one -> one.type.equals(plain))
                .findFirst()
                .orElseThrow(() -> OauthError.invalidRequest("A body of type '" + plain + "' is not understood."));
        return new TokenRequest(
                switch (form) {
                    case JSON -> json(request.body());
                    case URL_ENCODED -> urlEncoded(request.body());
                    case MULTIPART -> multipart(type, request.body());
                });
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    /** The field, without which the request is invalid. */
    String required(String name) {
        return field(name).orElseThrow(() -> OauthError.invalidRequest("The parameter '" + name + "' is missing."));
    }

    private static Map<String, String> json(String body) {
        JsonNode tree;
        try {
            tree = Json.read(body);
        } catch (IllegalArgumentException e) {
            throw OauthError.invalidRequest("The body is not JSON.");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        tree.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText("")));
        return fields;
    }

    private static Map<String, String> urlEncoded(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String pair : body.split("&", -1)) {
                String[] halves = pair.split("=", 2);
                if (halves.length == 2) {
                    fields.putIfAbsent(decode(halves[0]), decode(halves[1]));
                }
            }
        } catch (IllegalArgumentException e) {
            throw OauthError.invalidRequest("The body is not form-encoded.");
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.strip(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> multipart(String type, String body) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw OauthError.invalidRequest("The multipart body has no boundary.");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int blank = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(part);
            if (blank >= 0 && name.find() && name.start() < blank) {
                fields.putIfAbsent(name.group(1), part.substring(blank + 4).replaceFirst("\r\n$", ""));
            }
        }
        return fields;
    }

    /** Names only: the values are secrets. */
    @Override
    public String toString() {
        return "TokenRequest" + fields.keySet();
    }
}
