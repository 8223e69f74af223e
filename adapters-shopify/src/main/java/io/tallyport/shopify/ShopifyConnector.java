package io.tallyport.shopify;

import io.tallyport.core.connection.Authorizer;
import io.tallyport.core.connection.CallGate;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.BucketReading;
import io.tallyport.remote.Credentials;
import io.tallyport.remote.RateBudget;
import io.tallyport.remote.RemoteApis;
import io.tallyport.remote.RemoteCalls;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.Sleeper;
import io.tallyport.remote.Surroundings;
import io.tallyport.remote.TokenProvider;
import io.tallyport.remote.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens connections to Shopify shops over the Admin GraphQL API, by default version 2026-07.
 *
 * <p>A connection's base URL is {@code https://SHOP.myshopify.com}, its secret {@code token} the app's access token, or with
 * the option {@code auth} its secret {@code client-secret} that of the app; its own option is {@code api-version}. Failures carry the codes SH001 and following. Rests on shopify.dev
 * docs/api/admin-graphql and docs/api/usage/versioning. Thread-safe.
 */
public final class ShopifyConnector implements Connector {

    private static final Platform PLATFORM = new Platform("shopify");
    private static final String TOKEN_HEADER = "X-Shopify-Access-Token";

    /** A careful guess, until the first answer tells the shop's own bucket. */
    private static final BucketReading UNTIL_TOLD = BucketReading.points(1000, 1000, 50);

    private final Surroundings around;
    private final RemoteSettings settings;
    private final RemoteApis apis;
    private final Tokens tokens;
    private final Map<ConnectionId, RateBudget> budgets = new ConcurrentHashMap<>();

    /**
     * A connector; no I/O.
     *
     * @param credentials the shop's token, or what it takes to come by one
     * @param gate asked before each sending, repetitions included
     * @param log hears of each sending
     * @param sleeper waits for the rate limit and between repetitions
     * @param settings how HTTP is spoken and how patiently
     */
    public ShopifyConnector(
            Credentials credentials, CallGate gate, ApiLog log, Clock clock, Sleeper sleeper, RemoteSettings settings) {
        this.around = Surroundings.of(gate, log, clock, sleeper);
        this.settings = settings;
        this.apis = new RemoteApis(settings.http());
        this.tokens = new Tokens(
                credentials,
                around,
                apis,
                settings,
                new ShopifyClassifier(ApiVersion.DEFAULT.value()),
                ShopifyErrors.AUTHENTICATION);
    }

    @Override
    public Platform platform() {
        return PLATFORM;
    }

    @Override
    public List<String> requiredSecrets(Map<String, String> options) {
        return ShopifyGrant.options(options).way().requiredSecrets();
    }

    @Override
    public Optional<Authorizer> authorizer(Connection connection) {
        AuthOptions options = ShopifyGrant.options(connection.options());
        return tokens.authorizer(connection, options, ShopifyGrant.of(connection, options));
    }

    @Override
    public ConnectorSession open(Connection connection) {
        ApiVersion version = version(connection.options());
        ShopifyClassifier classifier = new ShopifyClassifier(version.value());
        AuthOptions options = ShopifyGrant.options(connection.options());
        TokenProvider token = tokens.provider(connection, options, ShopifyGrant.of(connection, options));
        ShopifyApi api = apis.open(
                ShopifyApi.class,
                connection.baseUrl(),
                ShopifyClient.MAPPER,
                token.asHeader(TOKEN_HEADER, "", ShopifyErrors.AUTHENTICATION));
        RateBudget budget = budgets.computeIfAbsent(connection.id(), id -> around.budget(UNTIL_TOLD));
        RemoteCalls calls = new RemoteCalls(connection.id(), around, classifier, budget, settings.calls()).with(token);
        return new ShopifySession(connection, new ShopifyClient(connection.id(), api, calls, classifier, version));
    }

    private static ApiVersion version(Map<String, String> options) {
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.remove(ApiVersion.OPTION);
        unknown.removeAll(AuthOptions.NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a shopify connection has no option \"" + String.join("\", \"", unknown)
                    + "\"; there is: " + ApiVersion.OPTION + ", " + String.join(", ", AuthOptions.NAMES));
        }
        String wanted = options.get(ApiVersion.OPTION);
        return wanted == null ? ApiVersion.DEFAULT : new ApiVersion(wanted);
    }
}
