package io.tallyport.lightspeed.xseries;

import io.tallyport.core.catalog.CatalogueUnderTest;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.inventory.AdjusterUnderTest;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.StockAdjuster;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.lightspeed.control.SandboxControl;
import io.tallyport.remote.CallJournal;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.TestCredentials;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The X-Series side of a running sandbox, whose clock stands still unless the adapter waits. */
final class SandboxStore implements AdjusterUnderTest, CatalogueUnderTest, AutoCloseable {

    private static final Duration SETTLE = Duration.ofSeconds(90);
    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-03-01T12:01:00Z"), ZoneOffset.UTC);

    private final Sandbox sandbox;
    private final SandboxControl control;
    private final CallJournal journal = new CallJournal();
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final XSeriesConnector connector;
    private final Connection connection;
    private final ConnectorSession session;

    /** A store whose pages are small enough to be several. */
    SandboxStore(int skus, Map<String, String> options) {
        this(skus, options, AccessMode.READ);
    }

    SandboxStore(int skus, Map<String, String> options, AccessMode mode) {
        sandbox = Sandbox.start(
                SandboxSettings.defaults().withSkus(skus).withSeed(7).withBaseClock(STANDING));
        control = new SandboxControl(sandbox, "xseries", "\"method\":\"POST\",\"pathContains\":\"stock_adjustments\"");
        connector = new XSeriesConnector(
                TestCredentials.of(secrets, sandbox.clock()),
                (asked, access, operation) -> {},
                journal,
                sandbox.clock(),
                wait -> sandbox.clock().advance(wait),
                RemoteSettings.DEFAULT);
        Map<String, String> all = new HashMap<>(Map.of("page-size.inventory", "60", "page-size.products", "40"));
        if (mode == AccessMode.READ_WRITE) {
            all.putAll(Map.of(
                    "adjust-reason-in", sandbox.xseriesReasonIn(),
                    "adjust-reason-out", sandbox.xseriesReasonOut(),
                    "adjust-settle-seconds", Long.toString(SETTLE.toSeconds())));
        }
        all.putAll(options);
        connection = new Connection(
                new ConnectionId("branch"),
                new Platform("lightspeed-x"),
                sandbox.xseriesDomainPrefix(),
                URI.create(sandbox.xseriesBaseUrl()),
                Environment.SANDBOX,
                mode,
                true,
                Map.of("token", secrets.store("token", new Secret(sandbox.xseriesToken()))),
                all);
        session = connector.open(connection);
    }

    ConnectorSession session() {
        return session;
    }

    /** The same connection, opened once more. */
    ConnectorSession another() {
        return connector.open(connection);
    }

    CallJournal journal() {
        return journal;
    }

    @Override
    public InventorySource source() {
        return session.port(InventorySource.class).orElseThrow();
    }

    @Override
    public ExternalId location() {
        return new ExternalId(sandbox.xseriesOutlet());
    }

    @Override
    public ExternalId unknownLocation() {
        return new ExternalId("00000000-0183-11e9-f000-000000000000");
    }

    @Override
    public ExternalId unknownItem() {
        return new ExternalId("00000000-0183-11e9-f000-000000000001");
    }

    @Override
    public void move(StockLevel level, long units) {
        control.call(
                "outlet-sales",
                "{\"sku\":\"" + level.sku().orElseThrow() + "\",\"quantity\":" + -units + ",\"outlet\":\"" + location()
                        + "\"}");
    }

    @Override
    public ProductSource products() {
        return session.port(ProductSource.class).orElseThrow();
    }

    @Override
    public void retitle(Variant variant, String title) {
        control.retitle(variant, title);
    }

    @Override
    public void reprice(Variant variant, BigDecimal amount) {
        control.reprice(variant, amount);
    }

    @Override
    public void archive(Variant variant) {
        control.archive(variant);
    }

    /** Puts fault rules in force. */
    void faults(String script) {
        control.faults(script);
    }

    String reasonIn() {
        return sandbox.xseriesReasonIn();
    }

    String reasonOut() {
        return sandbox.xseriesReasonOut();
    }

    Clock clock() {
        return sandbox.clock();
    }

    @Override
    public StockAdjuster adjuster() {
        return session.port(StockAdjuster.class).orElseThrow();
    }

    @Override
    public void loseTheNextRequest() {
        control.nextWrite("\"kind\":\"cut-before\"");
    }

    @Override
    public void loseTheNextAnswer() {
        control.nextWrite("\"kind\":\"cut-after\"");
    }

    @Override
    public void delayTheNext() {
        control.nextWrite("\"kind\":\"late\",\"millis\":1500");
    }

    @Override
    public void awaitTheLateOne() {
        control.awaitTheLateOne();
    }

    @Override
    public void sellOneJustBeforeTheNextWrite() {
        control.nextWrite("\"kind\":\"stale\"");
    }

    @Override
    public void pass(Duration time) {
        sandbox.clock().advance(time);
    }

    @Override
    public Duration settle() {
        return SETTLE;
    }

    @Override
    public long writesDone() {
        return control.counter("writesHandled");
    }

    @Override
    public void close() {
        session.close();
        sandbox.close();
    }
}
