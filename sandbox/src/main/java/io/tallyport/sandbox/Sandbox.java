package io.tallyport.sandbox;

import io.tallyport.sandbox.faults.FaultEngine;
import io.tallyport.sandbox.faults.FaultScript;
import io.tallyport.sandbox.http.Responder;
import io.tallyport.sandbox.http.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running sandbox: the stand-ins of R-Series, X-Series and Shopify over one made-up catalogue, on one port of 127.0.0.1.
 *
 * <p>Its clock, its tills and its orders are moved through the control API at {@link #controlUrl()}.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    private final SandboxServer server;
    private final StandIns standIns;
    private final AcceptedTokens tokens;
    private final SandboxClock clock;
    private final SandboxSettings settings;

    private Sandbox(
            SandboxServer server,
            StandIns standIns,
            AcceptedTokens tokens,
            SandboxClock clock,
            SandboxSettings settings) {
        this.server = server;
        this.standIns = standIns;
        this.tokens = tokens;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Makes up the catalogue and starts listening.
     *
     * @throws IllegalArgumentException when the fault script cannot be understood
     * @throws UncheckedIOException when the script's file cannot be read or the port is taken
     */
    public static Sandbox start(SandboxSettings settings) {
        SandboxClock clock = new SandboxClock(settings.baseClock());
        AcceptedTokens tokens = AcceptedTokens.of(settings);
        FaultEngine faults = new FaultEngine();
        settings.faultScript().map(Sandbox::script).ifPresent(faults::add);
        StandIns standIns = StandIns.of(settings, tokens, clock);
        Map<String, Responder> routes = new SandboxRoutes(standIns, faults).all(clock);
        SandboxServer server = SandboxServer.start(settings.port(), routes, clock);
        LOG.info("sandbox with {} products listens on 127.0.0.1:{}", settings.skus(), server.port());
        return new Sandbox(server, standIns, tokens, clock, settings);
    }

    /** Where R-Series is, without a path: {@code http://127.0.0.1:PORT}. */
    public String rseriesBaseUrl() {
        return url("");
    }

    /** The bearer token that R-Series accepts. */
    public String rseriesToken() {
        return tokens.rseries();
    }

    /** The R-Series account id. */
    public String rseriesAccount() {
        return StandIns.ACCOUNT;
    }

    /** Where X-Series is, without a path: {@code http://127.0.0.1:PORT}. In life the domain prefix is part of the host. */
    public String xseriesBaseUrl() {
        return url("");
    }

    /** The bearer token that X-Series accepts. */
    public String xseriesToken() {
        return tokens.xseries();
    }

    /** The X-Series retailer's domain prefix, as its authorization server tells it too. */
    public String xseriesDomainPrefix() {
        return StandIns.DOMAIN_PREFIX;
    }

    /** The id of the X-Series outlet that feeds the shop's second location. */
    public String xseriesOutlet() {
        return standIns.xseries().mainId();
    }

    /** The id of the X-Series custom reason for stock that comes in from elsewhere. */
    public String xseriesReasonIn() {
        return standIns.xseries().reasonIn();
    }

    /** The id of the X-Series custom reason for stock that goes out. */
    public String xseriesReasonOut() {
        return standIns.xseries().reasonOut();
    }

    /** The id of an X-Series supplier. */
    public String xseriesSupplier() {
        return standIns.xseries().supplier();
    }

    /** Where Shopify is, without a path: {@code http://127.0.0.1:PORT}. */
    public String shopifyBaseUrl() {
        return url("");
    }

    /** The access token that Shopify accepts. */
    public String shopifyToken() {
        return tokens.shopify();
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
        standIns.post().close();
        server.close();
        standIns.shopify().close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
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
}
