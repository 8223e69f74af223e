package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.Connection;
import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.AuthWay;
import io.tallyport.remote.OAuthGrant;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How R-Series gives out tokens.
 *
 * <p>Rests on the vendor's pages authentication/* and its changelog: refresh tokens rotate, and since January 2026 the old
 * one dies only when the new access token is first used, so a refresh whose answer was lost may be sent again, five times
 * a minute at most.
 */
final class RSeriesGrant {

    static final List<AuthWay> WAYS = List.of(AuthWay.TOKEN, AuthWay.OAUTH);

    private static final String SERVER = "https://cloud.lightspeedapp.com/auth/oauth";
    private static final String READING = "employee:inventory_read";
    private static final String WRITING = READING + " employee:inventory employee:inventory_log";

    private RSeriesGrant() {}

    /** What a connection's options say. */
    static AuthOptions options(Map<String, String> options) {
        return AuthOptions.of(options, WAYS);
    }

    static OAuthGrant of(Connection connection, AuthOptions options) {
        boolean mayWrite = connection.accessMode().allows(Access.WRITE);
        return OAuthGrant.of(URI.create(SERVER + "/authorize"), URI.create(SERVER + "/token"))
                .inJson()
                .withProofKey()
                .repeatableAfterLoss()
                .asking("response_type", "code")
                .asking("scope", options.scope().orElse(mayWrite ? WRITING : READING));
    }
}
