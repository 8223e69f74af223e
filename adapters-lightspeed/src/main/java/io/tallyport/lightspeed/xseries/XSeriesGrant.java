package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.Connection;
import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.AuthWay;
import io.tallyport.remote.OAuthGrant;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How X-Series gives out tokens.
 *
 * <p>Rests on the vendor's pages authorization and changelog (2025-03 refresh token flow): the used refresh token and the
 * old access token are revoked once a new pair is issued, so a refresh whose answer was lost cannot be repeated; a scope
 * must be asked for since June 2026. Proof keys are not documented.
 */
final class XSeriesGrant {

    static final List<AuthWay> WAYS = List.of(AuthWay.TOKEN, AuthWay.OAUTH);

    private static final URI PAGE = URI.create("https://secure.retail.lightspeed.app/connect");
    private static final String READING = "outlets:read products:read inventory:read";

    private XSeriesGrant() {}

    /** What a connection's options say. */
    static AuthOptions options(Map<String, String> options) {
        return AuthOptions.of(options, WAYS);
    }

    /** The token server is the store's own. */
    static OAuthGrant of(Connection connection, AuthOptions options) {
        return OAuthGrant.of(PAGE, connection.baseUrl().resolve("/api/1.0/token"))
                .asking("response_type", "code")
                .asking("scope", options.scope().orElse(READING));
    }
}
