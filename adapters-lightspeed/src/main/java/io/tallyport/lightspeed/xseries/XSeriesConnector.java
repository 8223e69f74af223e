package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.Authorizer;
import io.tallyport.core.connection.CallGate;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.history.ApiLog;
import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.Credentials;
import io.tallyport.remote.CurrencyOption;
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
 * Opens connections to Lightspeed Retail X-Series (formerly Vend), reads outlets and stock levels, and adjusts stock.
 *
 * <p>A connection's account is the store's domain prefix, its base URL {@code https://PREFIX.retail.lightspeed.app}; its
 * secret {@code token} a personal token or an OAuth access token with the scopes {@code outlets:read}, {@code
 * products:read} and {@code inventory:read}, or with the option {@code auth=oauth} its secret {@code client-secret} that of
 * the app. Options: {@code api-version.inventory}, {@code api-version.products} and
 * {@code api-version.outlets}, each 2.0 or a dated version such as 2026-07; {@code page-size.inventory} and {@code
 * page-size.products}, 1000 unless they say otherwise; {@code sku-fallback}, {@code product-codes} to let a product's only
 * code stand in for an empty SKU. To adjust stock it takes the scope {@code inventory:write}
 * and the options {@code adjust-reason-in} and {@code adjust-reason-out}, the ids of two custom reasons kept for this
 * program alone; {@code api-version.adjustments}, 2026-07 unless it says otherwise; {@code adjust-settle-seconds}, how
 * long a write without an answer may still land, 120 unless it says otherwise. Consignments take {@code consignments:read} and
 * {@code consignments:write:stock_order}, {@code stock_transfer} or {@code inventory_count}, and the options {@code
 * api-version.consignments}, {@code page-size.consignments}, {@code consignment-body} (flat or wrapped) and {@code
 * consignment-bulk-lines}. Failures carry {@link XSeriesErrors}. Rests on the vendor's documentation at
 * x-series-api.lightspeedhq.com. All connections to one store share its rate budget.
 */
public final class XSeriesConnector implements Connector {

    private static final Platform PLATFORM = new Platform("lightspeed-x");
    /** What the vendor publishes for one register: 300 and 50 in a window; the answers tell the real number. */
    private static final int ONE_REGISTER = 350;

    /** The platform may ask to wait for a whole window, and a read of a large store takes several. */
    private static final Duration PATIENCE = XSeriesClassifier.WINDOW.plusMinutes(1);

    private final Surroundings around;
    private final RemoteSettings settings;
    private final RemoteApis apis;
    private final Tokens tokens;
    private final Map<String, RemoteCalls> callsByConnection = new ConcurrentHashMap<>();

    /** A connector whose rate budgets are those of this process alone; no I/O. */
    public XSeriesConnector(
            Credentials credentials, CallGate gate, ApiLog log, Clock clock, Sleeper sleeper, RemoteSettings settings) {
        this(credentials, Surroundings.of(gate, log, clock, sleeper), settings);
    }

    /**
     * A connector; no I/O.
     *
     * @param credentials the connection's token, or what it takes to come by one
     * @param around gate, log and time
     * @param settings how HTTP is spoken and how patiently
     */
    public XSeriesConnector(Credentials credentials, Surroundings around, RemoteSettings settings) {
        this.around = around;
        this.settings = settings;
        this.apis = new RemoteApis(settings.http());
        this.tokens = new Tokens(
                credentials,
                around,
                apis,
                settings,
                new XSeriesClassifier(around.clock()),
                XSeriesErrors.AUTHENTICATION);
    }

    @Override
    public Platform platform() {
        return PLATFORM;
    }

    @Override
    public List<String> requiredSecrets(Map<String, String> options) {
        return XSeriesGrant.options(options).way().requiredSecrets();
    }

    @Override
    public Optional<Authorizer> authorizer(Connection connection) {
        AuthOptions options = XSeriesGrant.options(connection.options());
        return tokens.authorizer(connection, options, XSeriesGrant.of(connection, options));
    }

    @Override
    public ConnectorSession open(Connection connection) {
        XSeriesOptions options = XSeriesOptions.from(connection.options());
        XSeriesUrls urls = new XSeriesUrls(connection.baseUrl(), connection.account());
        AuthOptions auth = XSeriesGrant.options(connection.options());
        TokenProvider token = tokens.provider(connection, auth, XSeriesGrant.of(connection, auth));
        XSeriesApi api = apis.open(
                XSeriesApi.class,
                connection.baseUrl(),
                XSeriesApi.mapper(),
                token.asHeader("Authorization", "Bearer ", XSeriesErrors.AUTHENTICATION));
        XSeriesClient client = new XSeriesClient(api, calls(connection).with(token), urls, connection.id());
        XSeriesOutlets outlets = new XSeriesOutlets(options.outlets(), client);
        AdjustOptions adjust = AdjustOptions.from(connection.options());
        AdjustmentFeed adjustments = new AdjustmentFeed(adjust.version(), client);
        AdjustReasons reasons = new AdjustReasons(adjust.reasons(), adjustments, client);
        InventoryFeed inventory = InventoryFeed.of(options.inventory(), client);
        ProductFeed products = new ProductFeed(options.products(), client);
        return new XSeriesSession(
                connection,
                client,
                outlets,
                inventory,
                products,
                new XSeriesInventorySource(options, outlets, inventory, products, client),
                reasons,
                new XSeriesStockAdjuster(reasons, adjust.settle(), outlets, adjustments, around.clock()),
                new OutletLook(outlets, inventory, new StockMapper(options.codesStandIn())),
                new XSeriesProductSource(options, products, client, CurrencyOption.from(connection.options())),
                new ConsignmentFeed(ConsignmentOptions.from(connection.options()), client),
                around.clock());
    }

    /** The platform counts the calls of a store, so whoever talks to it shares one budget and one breaker. */
    private RemoteCalls calls(Connection connection) {
        String key = connection.id() + " " + connection.baseUrl() + " " + connection.account();
        return callsByConnection.computeIfAbsent(
                key,
                absent -> new RemoteCalls(
                        connection.id(),
                        around,
                        new XSeriesClassifier(around.clock()),
                        around.windowBudget(connection, ONE_REGISTER, XSeriesClassifier.WINDOW),
                        settings.calls().withLongestWaitOfAtLeast(PATIENCE)));
    }
}
