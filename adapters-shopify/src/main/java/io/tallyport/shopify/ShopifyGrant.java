package io.tallyport.shopify;

import io.tallyport.core.connection.Connection;
import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.AuthWay;
import io.tallyport.remote.OAuthGrant;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How Shopify gives out tokens: at the shop's own address.
 *
 * <p>Rests on shopify.dev docs/apps/build/authentication-authorization: offline tokens that expire after an hour with a
 * refresh token that rotates, and the client-credentials grant for one's own shops, whose token lasts a day. A token dies
 * at once when the app is uninstalled, which no refresh mends.
 */
final class ShopifyGrant {

    private static final List<AuthWay> WAYS = List.of(AuthWay.TOKEN, AuthWay.OAUTH, AuthWay.CLIENT_CREDENTIALS);

    private ShopifyGrant() {}

    /** What a connection's options say. */
    static AuthOptions options(Map<String, String> options) {
        return AuthOptions.of(options, WAYS);
    }

    static OAuthGrant of(Connection connection, AuthOptions options) {
        String shop = connection.baseUrl().toString().replaceFirst("/$", "");
        String scope = options.scope().orElseGet(() -> String.join(",", Scopes.needed(connection.accessMode())));
        return OAuthGrant.of(
                        URI.create(shop + "/admin/oauth/authorize"), URI.create(shop + "/admin/oauth/access_token"))
                .asking("scope", scope)
                .exchanging("expiring", "1")
                .finalRefusals()
                .checking(new ShopifyCallback(connection));
    }
}
