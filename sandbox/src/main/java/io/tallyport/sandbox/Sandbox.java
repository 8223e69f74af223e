package io.tallyport.sandbox;

import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.control.BulkEndpoint;
import io.tallyport.sandbox.control.ConsignmentsEndpoint;
import io.tallyport.sandbox.control.ControlEndpoint;
import io.tallyport.sandbox.control.ProductsEndpoint;
import io.tallyport.sandbox.control.PurchasesEndpoint;
import io.tallyport.sandbox.control.Sides;
import io.tallyport.sandbox.control.TokensEndpoint;
import io.tallyport.sandbox.control.Traffic;
import io.tallyport.sandbox.control.WebhooksEndpoint;
import io.tallyport.sandbox.evidence.Evidence;
import io.tallyport.sandbox.faults.FaultEngine;
import io.tallyport.sandbox.faults.FaultScript;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Responder;
import io.tallyport.sandbox.http.SandboxServer;
import io.tallyport.sandbox.oauth.TokenServers;
import io.tallyport.sandbox.rseries.RSeriesStandIn;
import io.tallyport.sandbox.shopify.ShopifyStandIn;
import io.tallyport.sandbox.webhooks.WebhookPost;
import io.tallyport.sandbox.xseries.XSeriesStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running sandbox: the stand-ins of R-Series, X-Series and Shopify over one made-up catalogue, on one port of 127.0.0.1.
 *
 * <p>Its clock, its tills and its orders are moved through the control API at {@link #controlUrl()}.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final String ACCOUNT = "100042";
    private static final String DOMAIN_PREFIX = "sandbox";

    private final SandboxServer server;
    private final ShopifyStandIn shopify;
    private final SandboxClock clock;
    private final SandboxSettings settings;
    private final String rseriesToken;
    private final String shopifyToken;
    private final String xseriesToken;
    private final XSeriesStandIn xseries;
    private final WebhookPost post;

    private Sandbox(
            SandboxServer server,
            ShopifyStandIn shopify,
            SandboxClock clock,
            SandboxSettings settings,
            String rseriesToken,
            String shopifyToken,
            String xseriesToken,
            XSeriesStandIn xseries,
            WebhookPost post) {
        this.server = server;
        this.shopify = shopify;
        this.clock = clock;
        this.settings = settings;
        this.rseriesToken = rseriesToken;
        this.shopifyToken = shopifyToken;
        this.xseriesToken = xseriesToken;
        this.xseries = xseries;
        this.post = post;
    }

    /**
     * Makes up the catalogue and starts listening.
     *
     * @throws IllegalArgumentException when the fault script cannot be understood
     * @throws UncheckedIOException when the script's file cannot be read or the port is taken
     */
    public static Sandbox start(SandboxSettings settings) {
        SandboxClock clock = new SandboxClock(settings.baseClock());
        String rseriesToken = settings.rseriesToken().orElseGet(() -> random("rs_"));
        String shopifyToken = settings.shopifyToken().orElseGet(() -> random("shpat_"));
        String xseriesToken = settings.xseriesToken().orElseGet(() -> random("lsxs_pt_"));
        Stream.of(rseriesToken, shopifyToken, xseriesToken, settings.clientSecret())
                .forEach(Evidence::secret);
        FaultEngine faults = new FaultEngine();
        settings.faultScript().map(Sandbox::script).ifPresent(faults::add);
        TokenServers tokens =
                new TokenServers(clock, settings.clientId(), settings.clientSecret(), ACCOUNT, DOMAIN_PREFIX);

        RSeriesStandIn rseries = new RSeriesStandIn(
                catalogue(settings), clock, settings.registers(), ACCOUNT, tokens.accepting("rseries", rseriesToken));
        ShopifyStandIn shopify = new ShopifyStandIn(
                catalogue(settings), clock, settings.shopifyPlan(), tokens.accepting("shopify", shopifyToken));
        WebhookPost post = new WebhookPost(clock, DOMAIN_PREFIX, settings.clientSecret());
        XSeriesStandIn xseries = new XSeriesStandIn(
                catalogue(settings),
                settings.seed(),
                clock,
                settings.registers(),
                DOMAIN_PREFIX,
                tokens.accepting("xseries", xseriesToken),
                post);
        Sides sides = new Sides(rseries.control(), xseries, shopify);
        Traffic storage = new Traffic();
        Map<String, Traffic> traffic = Map.of(
                "rseries", new Traffic(), "xseries", new Traffic(), "shopify", new Traffic(), "storage", storage);
        Map<String, Responder> routes = new HashMap<>(Map.of(
                "/API/", route("rseries", rseries, faults, traffic),
                "/api/", route("xseries", xseries, faults, traffic),
                "/admin/", route("shopify", shopify, faults, traffic),
                "/_control/", Responder.of(new ControlEndpoint(clock, sides, faults, traffic))));
        routes.put("/_storage/", storage.outside(faults.around("storage", shopify.storage())));
        routes.put(
                "/_control/products",
                Responder.of(new ProductsEndpoint(Map.of(
                        "rseries", rseries.products(), "xseries", xseries.products(), "shopify", shopify.products()))));
        routes.put("/_control/consignments", Responder.of(new ConsignmentsEndpoint(xseries.consignments())));
        routes.put("/_control/purchase-orders", Responder.of(new PurchasesEndpoint(rseries.purchases())));
        routes.put("/_control/webhooks", Responder.of(new WebhooksEndpoint(post)));
        routes.put("/_control/bulk", Responder.of(new BulkEndpoint(shopify)));
        routes.put("/_control/tokens", Responder.of(new TokensEndpoint(tokens)));
        // Not counted with the platform's own traffic: a refresh is no write to the shop.
        tokens.paths()
                .forEach((path, platform) -> routes.put(path, faults.around(platform, tokens.endpoint(platform))));
        SandboxServer server = SandboxServer.start(settings.port(), routes, clock);
        LOG.info("sandbox with {} products listens on 127.0.0.1:{}", settings.skus(), server.port());
        return new Sandbox(server, shopify, clock, settings, rseriesToken, shopifyToken, xseriesToken, xseries, post);
    }

    /** Where R-Series is, without a path: {@code http://127.0.0.1:PORT}. */
    public String rseriesBaseUrl() {
        return url("");
    }

    /** The bearer token that R-Series accepts. */
    public String rseriesToken() {
        return rseriesToken;
    }

    /** The R-Series account id. */
    public String rseriesAccount() {
        return ACCOUNT;
    }

    /** Where X-Series is, without a path: {@code http://127.0.0.1:PORT}. In life the domain prefix is part of the host. */
    public String xseriesBaseUrl() {
        return url("");
    }

    /** The bearer token that X-Series accepts. */
    public String xseriesToken() {
        return xseriesToken;
    }

    /** The X-Series retailer's domain prefix, as its authorization server tells it too. */
    public String xseriesDomainPrefix() {
        return DOMAIN_PREFIX;
    }

    /** The id of the X-Series outlet that feeds the shop's second location. */
    public String xseriesOutlet() {
        return xseries.mainId();
    }

    /** The id of the X-Series custom reason for stock that comes in from elsewhere. */
    public String xseriesReasonIn() {
        return xseries.reasonIn();
    }

    /** The id of the X-Series custom reason for stock that goes out. */
    public String xseriesReasonOut() {
        return xseries.reasonOut();
    }

    /** The id of an X-Series supplier. */
    public String xseriesSupplier() {
        return xseries.supplier();
    }

    /** Where Shopify is, without a path: {@code http://127.0.0.1:PORT}. */
    public String shopifyBaseUrl() {
        return url("");
    }

    /** The access token that Shopify accepts. */
    public String shopifyToken() {
        return shopifyToken;
    }

    /** The id of the client that every authorization server knows. */
    public String clientId() {
        return settings.clientId();
    }

    /** The secret of that client. */
    public String clientSecret() {
        return settings.clientSecret();
    }

    /** Where the control API is: {@code http://127.0.0.1:PORT/_control}. */
    public String controlUrl() {
        return url("/_control");
    }

    /** The stand-ins' clock, for tests in the same process. */
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public void close() {
        post.close();
        server.close();
        shopify.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private static Responder route(
            String platform, Endpoint endpoint, FaultEngine faults, Map<String, Traffic> traffic) {
        Traffic counted = Objects.requireNonNull(traffic.get(platform));
        return counted.outside(faults.around(platform, counted.inside(endpoint)));
    }

    private static Stream<CatalogueItem> catalogue(SandboxSettings settings) {
        return CatalogueGenerator.generate(settings.seed(), settings.skus());
    }

    private static FaultScript script(String jsonOrPath) {
        if (jsonOrPath.stripLeading().startsWith("[")) {
            return FaultScript.parse(jsonOrPath);
        }
        try {
            return FaultScript.parse(Files.readString(Path.of(jsonOrPath)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the fault script " + jsonOrPath, e);
        }
    }

    private static String random(String prefix) {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
