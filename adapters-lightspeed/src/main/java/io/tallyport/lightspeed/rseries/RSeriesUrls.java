package io.tallyport.lightspeed.rseries;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.remote.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The URLs of one account, and the rule that the token never leaves them.
 *
 * <p>R-Series gives the next page as a whole URL. It is followed as it was given, once it is known to be of the same
 * origin, account and entity; parameters that we asked for and it dropped are added again, since without
 * {@code load_relations} every item would look as if it had no stock.
 */
final class RSeriesUrls {

    private final String origin;
    private final String root;
    private final String account;

    RSeriesUrls(URI baseUrl, String account) {
        if (!account.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a Lightspeed R-Series account id is a number, got \"" + account + "\"");
        }
        String path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
        this.origin = origin(baseUrl);
        this.root = (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + "/API/V3/";
        this.account = account;
    }

    /** The accounts that the token opens. */
    URI accounts() {
        return URI.create(origin + root + "Account.json");
    }

    /** The first page of an entity of the account. */
    URI first(String entity, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(origin + path(entity) + (query.isEmpty() ? "" : "?" + query));
    }

    /** One row of an entity, whose id is a number. */
    URI one(String entity, String id) {
        return URI.create(origin + root + "Account/" + account + "/" + entity + "/" + id + ".json");
    }

    /** Where a read of {@code entity} goes on; the cursor was ours once, which is checked. */
    Optional<URI> resumed(String entity, Cursor cursor) {
        String value = cursor.value();
        return value.startsWith(path(entity) + "?") ? parsed(origin + value) : Optional.empty();
    }

    /**
     * The cursor for the URL that the platform gave as the next page after {@code asked}.
     *
     * @throws io.tallyport.remote.ProblemException when it leads anywhere else
     */
    Cursor next(String entity, URI asked, String given) {
        URI url = parsed(given).orElseThrow(() -> bad("the address of the next page is not a URL"));
        if (url.getHost() == null
                || url.getRawUserInfo() != null
                || !origin(url).equals(origin)) {
            throw bad("the next page is said to be at another host, \"" + url.getHost() + "\"; it was not followed");
        }
        if (!path(entity).equals(url.getRawPath()) || url.getRawQuery() == null) {
            throw bad("the next page is said to be of something else; it was not followed");
        }
        return new Cursor(path(entity) + "?"
                + completed(url.getRawQuery(), asked.getRawQuery() == null ? "" : asked.getRawQuery()));
    }

    private static String completed(String given, String asked) {
        Set<String> there =
                Arrays.stream(given.split("&")).map(RSeriesUrls::name).collect(Collectors.toSet());
        String missing = Arrays.stream(asked.split("&"))
                .filter(pair -> !pair.isEmpty() && !name(pair).equals("after") && !there.contains(name(pair)))
                .map(pair -> "&" + pair)
                .collect(Collectors.joining());
        return given + missing;
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private String path(String entity) {
        return root + "Account/" + account + "/" + entity + ".json";
    }

    private static String origin(URI url) {
        int port = url.getPort() >= 0 ? url.getPort() : "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
        return (url.getScheme() + "://" + url.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static RuntimeException bad(String message) {
        return Problem.unreadable(message).asException();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
