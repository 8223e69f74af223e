package io.tallyport.remote;

import io.tallyport.core.connection.BaseUrls;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a connection authenticates, as its options say.
 *
 * @param way how; a stored token unless said otherwise
 * @param clientId the app's id at the platform; empty for a stored token
 * @param authUrl where the owner is asked, in place of the platform's own address
 * @param tokenUrl where tokens are issued, in place of the platform's own address
 * @param scope the rights to ask for, in place of the adapter's own list
 */
public record AuthOptions(
        AuthWay way, String clientId, Optional<URI> authUrl, Optional<URI> tokenUrl, Optional<String> scope) {

    public static final String AUTH = "auth";
    public static final String CLIENT_ID = "client-id";
    public static final String AUTH_URL = "auth-url";
    public static final String TOKEN_URL = "token-url";
    public static final String SCOPE = "scope";

    /** The names of these options, which an adapter adds to its own. */
    public static final List<String> NAMES = List.of(AUTH, CLIENT_ID, AUTH_URL, TOKEN_URL, SCOPE);

    /** The purpose of the secret that is a stored token. */
    public static final String TOKEN_PURPOSE = "token";

    /** The purpose of the app's secret. */
    public static final String CLIENT_SECRET_PURPOSE = "client-secret";

    /**
     * What {@code options} say; what is not about authentication is left alone.
     *
     * @param offered the ways that the adapter knows
     * @throws IllegalArgumentException when they cannot be used, with what is wrong
     */
    public static AuthOptions of(Map<String, String> options, Collection<AuthWay> offered) {
        AuthWay way = AuthWay.named(options.getOrDefault(AUTH, AuthWay.TOKEN.word()), offered);
        String clientId = options.getOrDefault(CLIENT_ID, "").strip();
        if (way != AuthWay.TOKEN && clientId.isEmpty()) {
            throw new IllegalArgumentException(
                    "a connection with " + AUTH + "=" + way.word() + " needs the option " + CLIENT_ID);
        }
        return new AuthOptions(
                way,
                clientId,
                url(options, AUTH_URL),
                url(options, TOKEN_URL),
                Optional.ofNullable(options.get(SCOPE)).map(String::strip).filter(text -> !text.isEmpty()));
    }

    private static Optional<URI> url(Map<String, String> options, String name) {
        String text = options.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(text);
            BaseUrls.check(url);
            return Optional.of(url);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("option " + name + ": " + wrong.getMessage(), wrong);
        }
    }
}
