package io.tallyport.shopify;

import io.tallyport.core.connection.Authorizer;
import io.tallyport.core.connection.BudgetKey;
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
import io.tallyport.remote.DownloadSettings;
import io.tallyport.remote.Downloads;
import io.tallyport.remote.RateBudget;
import io.tallyport.remote.RemoteApis;
import io.tallyport.remote.RemoteCalls;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.Sleeper;
import io.tallyport.remote.Surroundings;
import io.tallyport.remote.TokenProvider;
import io.tallyport.remote.Tokens;
import java.time.Clock;
import java.time.Duration;
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
 * the option {@code auth} its secret {@code client-secret} that of the app; its own options are {@code api-version} and
 * {@code bulk-from}. Failures carry the codes SH001 and following. Rests on shopify.dev
 * docs/api/admin-graphql and docs/api/usage/versioning. Thread-safe.
 */
public final class ShopifyConnector implements Connector {

    private static final Platform PLATFORM = new Platform("shopify");
    private static final List<String> OPTIONS = List.of(ApiVersion.OPTION, BulkFrom.OPTION);
    /** How long a refresh token lasts (shopify.dev docs, offline access tokens). */
    private static final Duration REFRESH_TOKEN = Duration.ofDays(90);

    private static final String TOKEN_HEADER = "X-Shopify-Access-Token";

    /** A careful guess, until the first answer tells the shop's own bucket. */
    private static final BucketReading UNTIL_TOLD = BucketReading.points(1000, 1000, 50);

    private final Surroundings around;
    private final RemoteSettings settings;
    private final RemoteApis apis;
    private final Map<Spender, RateBudget> budgets = new ConcurrentHashMap<>();
    private final Tokens tokens;

    /**
     * A connector whose rate budgets are those of this process alone; no I/O.
     *
     * @param credentials the shop's token, or what it takes to come by one
     * @param gate asked before each sending, repetitions included
     * @param log hears of each sending
     * @param sleeper waits for the rate limit and between repetitions
     * @param settings how HTTP is spoken and how patiently
     */
    public ShopifyConnector(
            Credentials credentials, CallGate gate, ApiLog log, Clock clock, Sleeper sleeper, RemoteSettings settings) {
        this(credentials, Surroundings.of(gate, log, clock, sleeper), settings);
    }

    /**
     * A connector; no I/O.
     *
     * @param credentials the connection's token, or what it takes to come by one
     * @param around gate, log, time, and with whom rate budgets are shared
     * @param settings how HTTP is spoken and how patiently
     */
    public ShopifyConnector(Credentials credentials, Surroundings around, RemoteSettings settings) {
        this.around = around;
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
        RateBudget budget = budgets.computeIfAbsent(
                new Spender(connection.id(), BudgetKey.of(connection)), one -> around.budget(connection, UNTIL_TOLD));
        RemoteCalls calls = new RemoteCalls(connection.id(), around, classifier, budget, settings.calls()).with(token);
        ShopifyClient client = new ShopifyClient(connection.id(), api, calls, classifier, version);
        return new ShopifySession(
                connection,
                client,
                bulk(connection, client, classifier),
                bulkFrom(connection),
                tokens.expiring(connection, REFRESH_TOKEN));
    }

    private BulkLevels bulk(Connection connection, ShopifyClient client, ShopifyClassifier classifier) {
        Downloads downloads = apis.downloads(
                connection.id(), connection.baseUrl(), around, classifier, settings.calls(), DownloadSettings.DEFAULT);
        return new BulkLevels(client, new BulkFiles(downloads, connection.id()), new Patience(around));
    }

    private static BulkFrom bulkFrom(Connection connection) {
        String wanted = connection.options().get(BulkFrom.OPTION);
        return wanted == null ? BulkFrom.DEFAULT : BulkFrom.parse(wanted);
    }

    /** Each connection has a part of its own in its shop's budget, so that they share it evenly. */
    private record Spender(ConnectionId connection, BudgetKey budget) {}

    private static ApiVersion version(Map<String, String> options) {
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(OPTIONS);
        unknown.removeAll(AuthOptions.NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a shopify connection has no option \"" + String.join("\", \"", unknown)
                    + "\"; there are: " + String.join(", ", OPTIONS) + ", " + String.join(", ", AuthOptions.NAMES));
        }
        String wanted = options.get(ApiVersion.OPTION);
        return wanted == null ? ApiVersion.DEFAULT : new ApiVersion(wanted);
    }
}
