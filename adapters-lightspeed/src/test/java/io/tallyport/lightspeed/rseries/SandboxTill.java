package io.tallyport.lightspeed.rseries;

import io.tallyport.core.catalog.CatalogueUnderTest;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
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
import java.util.Map;

/** The R-Series side of a running sandbox, whose clock stands still unless the adapter waits. */
final class SandboxTill implements AdjusterUnderTest, CatalogueUnderTest, AutoCloseable {

    private static final Duration SETTLE = Duration.ofSeconds(90);
    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Sandbox sandbox;
    private final SandboxControl control;
    private final CallJournal journal = new CallJournal();
    private final OneSecret secrets = new OneSecret();
    private final ConnectorSession session;

    SandboxTill(int skus) {
        this(skus, AccessMode.READ);
    }

    SandboxTill(int skus, AccessMode mode) {
        sandbox = Sandbox.start(
                SandboxSettings.defaults().withSkus(skus).withSeed(7).withBaseClock(STANDING));
        control = new SandboxControl(sandbox, "rseries", "\"method\":\"PUT\",\"pathContains\":\"/Item/\"");
        session = new RSeriesConnector(
                        TestCredentials.of(secrets, sandbox.clock()),
                        (connection, access, operation) -> {},
                        journal,
                        sandbox.clock(),
                        wait -> sandbox.clock().advance(wait),
                        RemoteSettings.DEFAULT)
                .open(new Connection(
                        new ConnectionId("till"),
                        new Platform("lightspeed-r"),
                        sandbox.rseriesAccount(),
                        URI.create(sandbox.rseriesBaseUrl()),
                        Environment.SANDBOX,
                        mode,
                        true,
                        Map.of("token", secrets.store("token", new Secret(sandbox.rseriesToken()))),
                        Map.of("adjust-settle-seconds", Long.toString(SETTLE.toSeconds()), "currency", "USD")));
    }

    ConnectorSession session() {
        return session;
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
        return new ExternalId("1");
    }

    @Override
    public ExternalId unknownLocation() {
        return new ExternalId("999");
    }

    @Override
    public ExternalId unknownItem() {
        return new ExternalId("999999999");
    }

    /** A sale, or a return, at the till. */
    @Override
    public void move(StockLevel level, long units) {
        control.call("sales", "{\"sku\":\"" + level.sku().orElseThrow() + "\",\"quantity\":" + -units + "}");
    }

    /** A member of staff corrects the figure at the till. */
    void correct(StockLevel level, long figure) {
        control.call("pos-stock", "{\"sku\":\"" + level.sku().orElseThrow() + "\",\"quantity\":" + figure + "}");
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
