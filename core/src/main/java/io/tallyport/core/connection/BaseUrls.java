package io.tallyport.core.connection;

import java.net.URI;
import java.util.Set;

/** Which base URLs a token may be sent to. */
public final class BaseUrls {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private BaseUrls() {}

    /**
     * Refuses a URL that no token may be sent to.
     *
     * @throws IllegalArgumentException with what is wrong: not https (but for loopback), a user, a query or a fragment
     */
    public static void check(URI url) {
        String host = url.getHost();
        if (host == null || url.getScheme() == null) {
            throw new IllegalArgumentException("a base URL looks like https://host, got \"" + url + "\"");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "a base URL carries no user, query or fragment; got one for host \"" + host + "\"");
        }
        boolean plain = url.getScheme().equals("http") && LOOPBACK.contains(host);
        if (!plain && !url.getScheme().equals("https")) {
            throw new IllegalArgumentException(
                    "a token is sent over https only (http is for 127.0.0.1), got \"" + url + "\"");
        }
    }
}
