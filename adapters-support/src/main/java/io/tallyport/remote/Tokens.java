package io.tallyport.remote;

import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.AuthorizationErrors;
import io.tallyport.core.connection.Authorizer;
import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Expiring;
import io.tallyport.core.connection.Expiry;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Gives the connections of one adapter their tokens, whichever way each authenticates; an adapter has one of it.
 *
 * <p>A request for tokens changes nothing in a shop, so a connection that may only read makes it, and the kill switch
 * lets it through. Thread-safe.
 */
public final class Tokens {

    /** R-Series allows five requests a minute; nobody needs more. */
    private static final BucketReading FIVE_A_MINUTE = BucketReading.leaky(0, 5, 5 / 60.0);

    private static final int MOST_TRIES = 2;
    private static final Duration ALLOWANCE = Duration.ofMinutes(1);

    private final Credentials credentials;
    private final Surroundings around;
    private final RemoteApis apis;
    private final RemoteSettings settings;
    private final AnswerClassifier platform;
    private final ErrorCode unusable;
    private final Map<String, RemoteCalls> callsByConnection = new ConcurrentHashMap<>();
    private final Map<ConnectionId, RefreshTurns> turns = new ConcurrentHashMap<>();
    private final Map<ConnectionId, TokenShelf> shelves = new ConcurrentHashMap<>();

    /**
     * Tokens for an adapter.
     *
     * @param platform whose codes name a token server that cannot be reached or understood
     * @param unusable for a stored token that is missing
     */
    public Tokens(
            Credentials credentials,
            Surroundings around,
            RemoteApis apis,
            RemoteSettings settings,
            AnswerClassifier platform,
            ErrorCode unusable) {
        this.credentials = credentials;
        this.around = new Surroundings(
                (connection, access, operation) -> around.gate().check(connection, Access.READ, operation),
                around.log(),
                around.clock(),
                around.sleeper(),
                around.jitter(),
                around.budgets());
        this.apis = apis;
        this.settings = settings;
        this.platform = platform;
        this.unusable = unusable;
    }

    /** The provider for a connection; no I/O. */
    public TokenProvider provider(Connection connection, AuthOptions options, OAuthGrant declared) {
        OAuthGrant grant = declared.at(options);
        return switch (options.way()) {
            case TOKEN -> TokenProvider.stored(credentials.secrets(), connection, AuthOptions.TOKEN_PURPOSE, unusable);
            case OAUTH ->
                living(
                        connection,
                        grant,
                        new RefreshRenewal(
                                connection.id(),
                                shelf(connection),
                                endpoint(connection, grant),
                                client(connection, options),
                                grant.afterLoss(),
                                around.clock()));
            case CLIENT_CREDENTIALS ->
                living(
                        connection,
                        grant,
                        new ClientCredentialsRenewal(
                                shelf(connection), endpoint(connection, grant), client(connection, options)));
        };
    }

    /** How the owner of a connection's account is asked; empty when the connection authenticates in another way. */
    public Optional<Authorizer> authorizer(Connection connection, AuthOptions options, OAuthGrant declared) {
        OAuthGrant grant = declared.at(options);
        return options.way() == AuthWay.OAUTH
                ? Optional.of(new OAuthAuthorizer(
                        connection.id(),
                        grant,
                        shelf(connection),
                        endpoint(connection, grant),
                        options.clientId(),
                        client(connection, options)))
                : Optional.empty();
    }

    /**
     * When an authorization ends that is not used any more.
     *
     * @param unused how long the platform keeps a refresh token that nobody uses
     */
    public Expiring expiring(Connection connection, Duration unused) {
        return () -> shelf(connection).stored().filter(tokens -> tokens.refresh() != null).stream()
                .map(tokens -> new Expiry(
                        "the authorization, unless it is used before,",
                        tokens.obtainedAt().plus(unused),
                        "tallyport connection authorize " + connection.id()))
                .toList();
    }

    private TokenProvider living(Connection connection, OAuthGrant grant, TokenRenewal renewal) {
        RefreshTurns ours = turns.computeIfAbsent(
                connection.id(),
                id -> new RefreshTurns(id, credentials.leases(), turnLength(), around.clock(), around.sleeper()));
        return new LivingTokens(renewal, ours, grant.onRefusal(), around.clock());
    }

    private Duration turnLength() {
        HttpSettings http = settings.http();
        return http.connectTimeout()
                .plus(http.readTimeout())
                .multipliedBy(MOST_TRIES)
                .plus(ALLOWANCE);
    }

    private TokenShelf shelf(Connection connection) {
        return shelves.computeIfAbsent(
                connection.id(), id -> new TokenShelf(id, credentials.tokens(), around.sleeper()));
    }

    private Supplier<TokenEndpoint.Client> client(Connection connection, AuthOptions options) {
        TokenProvider secret = TokenProvider.stored(
                credentials.secrets(),
                connection,
                AuthOptions.CLIENT_SECRET_PURPOSE,
                AuthorizationErrors.CLIENT_REFUSED);
        return () -> new TokenEndpoint.Client(options.clientId(), secret.token());
    }

    private TokenEndpoint endpoint(Connection connection, OAuthGrant grant) {
        RemoteCalls calls = callsByConnection.computeIfAbsent(
                connection.id() + " " + grant.tokenUrl(),
                absent -> new RemoteCalls(
                        connection.id(),
                        around,
                        new TokenClassifier(platform),
                        around.budget(BudgetKey.of(connection).part("tokens"), FIVE_A_MINUTE),
                        settings.calls()
                                .withAttempts(
                                        Math.min(MOST_TRIES, settings.calls().attempts()))));
        TokenApi api =
                apis.open(TokenApi.class, grant.tokenUrl(), WireJson.mapper().build(), request -> {});
        return new TokenEndpoint(grant, api, calls, around.clock());
    }
}
