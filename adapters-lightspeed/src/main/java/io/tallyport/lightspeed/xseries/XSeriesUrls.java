package io.tallyport.lightspeed.xseries;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The URLs of one store, {@code https://PREFIX.retail.lightspeed.app/api/VERSION/...}. */
final class XSeriesUrls {

    private static final String HOME = ".retail.lightspeed.app";
    private static final String FORMER_HOME = "vendhq.com";

    private final String root;

    /**
     * Checks where the token would go.
     *
     * @throws IllegalArgumentException when that is no X-Series store, or not the one of {@code prefix}
     */
    XSeriesUrls(URI baseUrl, String prefix) {
        if (!prefix.matches("(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
            throw new IllegalArgumentException(
                    "the account of an X-Series connection is the store's domain prefix, the first part of its address"
                            + " (example of https://example" + HOME + "), got \"" + prefix + "\"");
        }
        String host = String.valueOf(baseUrl.getHost()).toLowerCase(Locale.ROOT);
        if (host.equals(FORMER_HOME) || host.endsWith("." + FORMER_HOME)) {
            throw new IllegalArgumentException("the hosts of " + FORMER_HOME + " are not supported by Lightspeed since"
                    + " 2025-03-31; use https://" + prefix + HOME);
        }
        if (host.endsWith(HOME) && !host.equals(prefix.toLowerCase(Locale.ROOT) + HOME)) {
            throw new IllegalArgumentException("the base URL is of another store than the account \"" + prefix
                    + "\" says; use https://" + prefix + HOME);
        }
        String text = baseUrl.toString();
        this.root = (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/api/";
    }

    /** A resource; path and values hold nothing that would have to be encoded. */
    URI of(ApiVersion version, String path, Map<String, ?> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return URI.create(root + version + "/" + path + (query.isEmpty() ? "" : "?" + query));
    }

    URI of(ApiVersion version, String path) {
        return of(version, path, Map.of());
    }
}
