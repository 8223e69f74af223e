package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.Authorizer;
import io.tallyport.core.connection.CallGate;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.BucketReading;
import io.tallyport.remote.Credentials;
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
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens connections to Lightspeed Retail R-Series (API V3), reads shops, stock levels and products, and changes stock.
 *
 * <p>A connection's account is the account id, a number; its secret {@code token} a bearer token with the scope {@code
 * employee:inventory_read}, or with the option {@code auth=oauth} its secret {@code client-secret} that of the app; its option {@code sku-field} names the one field that is the SKU ({@code customSku} unless it
 * says otherwise); {@code currency}, {@code price-use} and {@code description-from} say what of an item customers see. To change stock it takes the scopes {@code employee:inventory} and {@code
 * employee:inventory_log}; the option {@code adjust-settle-seconds} says how long a write without an answer may still land
 * (120 unless it says otherwise). Failures carry {@link LightspeedErrors}. Rests on the vendor's developer documentation for Retail
 * R-Series. All connections to one account share its rate budget.
 */
public final class RSeriesConnector implements Connector {

    /** A refresh token that is not used dies after that (vendor page authentication/refresh-token). */
    private static final Duration REFRESH_TOKEN = Duration.ofDays(30);

    private static final Platform PLATFORM = new Platform("lightspeed-r");
    /** What the vendor publishes for the smallest account; the answers tell more. */
    private static final BucketReading SMALLEST = BucketReading.leaky(0, 90, 1);

    private final Surroundings around;
    private final RemoteSettings settings;
    private final RemoteApis apis;
    private final Tokens tokens;
    private final Map<String, RemoteCalls> callsByConnection = new ConcurrentHashMap<>();

    /** A connector whose rate budgets are those of this process alone; no I/O. */
    public RSeriesConnector(
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
    public RSeriesConnector(Credentials credentials, Surroundings around, RemoteSettings settings) {
        this.around = around;
        this.settings = settings;
        this.apis = new RemoteApis(settings.http());
        this.tokens = new Tokens(
                credentials, around, apis, settings, new RSeriesClassifier(), LightspeedErrors.AUTHENTICATION);
    }

    @Override
    public Platform platform() {
        return PLATFORM;
    }

    @Override
    public List<String> requiredSecrets(Map<String, String> options) {
        return RSeriesGrant.options(options).way().requiredSecrets();
    }

    @Override
    public Optional<Authorizer> authorizer(Connection connection) {
        AuthOptions options = RSeriesGrant.options(connection.options());
        return tokens.authorizer(connection, options, RSeriesGrant.of(connection, options));
    }

    @Override
    public ConnectorSession open(Connection connection) {
        SkuField skuField = SkuField.from(connection.options());
        SettleOption settle = SettleOption.from(connection.options());
        ShownOptions shown = ShownOptions.from(connection.options());
        RSeriesUrls urls = new RSeriesUrls(connection.baseUrl(), connection.account());
        AuthOptions options = RSeriesGrant.options(connection.options());
        TokenProvider token = tokens.provider(connection, options, RSeriesGrant.of(connection, options));
        RSeriesApi api = apis.open(
                RSeriesApi.class,
                connection.baseUrl(),
                RSeriesApi.mapper(),
                token.asHeader("Authorization", "Bearer ", LightspeedErrors.AUTHENTICATION));
        RSeriesPages pages = new RSeriesPages(api, calls(connection).with(token), urls, connection.id());
        RSeriesShops shops = new RSeriesShops(pages, connection.id());
        InventorySource source = new RSeriesInventorySource(pages, shops, new StockLevelMapper(skuField));
        StockLog log = new StockLog(pages);
        return new RSeriesSession(
                connection,
                pages,
                shops,
                source,
                log,
                new RSeriesStockAdjuster(shops, new ItemLevels(source, pages, log), log, settle.time(), around.clock()),
                new RSeriesProductSource(pages, new VariantMapper(skuField, shown), shown.relations()),
                tokens.expiring(connection, REFRESH_TOKEN),
                around.clock());
    }

    /** Whoever talks to an account through one connection shares one part of the account's budget, and one breaker. */
    private RemoteCalls calls(Connection connection) {
        String key = connection.id() + " " + connection.baseUrl() + " " + connection.account();
        return callsByConnection.computeIfAbsent(
                key,
                absent -> new RemoteCalls(
                        connection.id(),
                        around,
                        new RSeriesClassifier(),
                        around.budget(connection, SMALLEST),
                        settings.calls()));
    }
}
