package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Secret;
import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.AuthWay;
import io.tallyport.remote.OAuthGrant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How X-Series gives out tokens: asked at one address for all stores, issued at the store's own.
 *
 * <p>Rests on the vendor's pages authorization and 2025-03-refresh-token-flow-update: a refresh token is revoked as soon
 * as the next pair is issued, and the old access token with it; scopes are mandatory since June 2026. A personal token is
 * a stored one.
 */
final class XSeriesGrant {

    private static final List<AuthWay> WAYS = List.of(AuthWay.TOKEN, AuthWay.OAUTH);
    private static final URI ASKED_AT = URI.create("https://secure.retail.lightspeed.app/connect");
    private static final String READING = "outlets:read products:read inventory:read";
    private static final String WRITING = READING + " inventory:write";

    private XSeriesGrant() {}

    /** What a connection's options say. */
    static AuthOptions options(Map<String, String> options) {
        return AuthOptions.of(options, WAYS);
    }

    static OAuthGrant of(Connection connection, AuthOptions options) {
        boolean mayWrite = connection.accessMode().allows(Access.WRITE);
        String store = connection.baseUrl().toString().replaceFirst("/$", "");
        return OAuthGrant.of(ASKED_AT, URI.create(store + "/api/1.0/token"))
                .asking("response_type", "code")
                .asking("scope", options.scope().orElse(mayWrite ? WRITING : READING))
                .checking((answer, clientSecret) -> otherStore(connection, answer, clientSecret));
    }

    /** The owner chooses the store on the page; it must be the connection's. */
    private static Optional<String> otherStore(Connection connection, Map<String, String> answer, Secret unused) {
        String prefix = answer.getOrDefault("domain_prefix", "");
        return prefix.isEmpty() || prefix.equalsIgnoreCase(connection.account())
                ? Optional.empty()
                : Optional.of("another store was authorized than the one of this connection, " + connection.account());
    }
}
