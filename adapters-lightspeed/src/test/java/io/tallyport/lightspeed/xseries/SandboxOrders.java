package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentsUnderTest;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.lightspeed.control.SandboxControl;
import io.tallyport.remote.CallJournal;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.TestCredentials;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The consignments of a running sandbox, whose clock stands still unless the adapter waits. */
final class SandboxOrders implements ConsignmentsUnderTest, AutoCloseable {

    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-03-01T12:01:00Z"), ZoneOffset.UTC);
    private static final int SKUS = 60;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(SKUS).withSeed(7).withBaseClock(STANDING));
    private final SandboxControl control =
            new SandboxControl(sandbox, "xseries", "\"method\":\"POST\",\"pathContains\":\"/consignments\"");
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final ConnectorSession session;
    private final List<StockLevel> levels;

    SandboxOrders(Map<String, String> options) {
        XSeriesConnector connector = new XSeriesConnector(
                TestCredentials.of(secrets, sandbox.clock()),
                (asked, access, operation) -> {},
                new CallJournal(),
                sandbox.clock(),
                wait -> sandbox.clock().advance(wait),
                RemoteSettings.DEFAULT);
        session = connector.open(new Connection(
                new ConnectionId("branch"),
                new Platform("lightspeed-x"),
                sandbox.xseriesDomainPrefix(),
                URI.create(sandbox.xseriesBaseUrl()),
                Environment.SANDBOX,
                AccessMode.READ_WRITE,
                true,
                Map.of("token", secrets.store("token", new Secret(sandbox.xseriesToken()))),
                new HashMap<>(options)));
        levels = stocked(session.port(InventorySource.class).orElseThrow());
    }

    /** What has a level at the outlet; the first pages of a read hold none. */
    private List<StockLevel> stocked(InventorySource source) {
        List<StockLevel> found = new ArrayList<>();
        LevelPage page = source.levels(outlet(), Optional.empty());
        while (page.next().isPresent()) {
            found.addAll(page.items());
            page = source.levels(outlet(), page.next());
        }
        found.addAll(page.items());
        return found.stream()
                .filter(level -> level.onHand().isPresent() && level.sku().isPresent())
                .toList();
    }

    ConnectorSession session() {
        return session;
    }

    @Override
    public ConsignmentSource source() {
        return session.port(ConsignmentSource.class).orElseThrow();
    }

    @Override
    public ConsignmentSink sink() {
        return session.port(ConsignmentSink.class).orElseThrow();
    }

    @Override
    public ConsignmentLineSink lines() {
        return session.port(ConsignmentLineSink.class).orElseThrow();
    }

    @Override
    public ExternalId outlet() {
        return new ExternalId(sandbox.xseriesOutlet());
    }

    @Override
    public ExternalId otherOutlet() {
        return session.locations().stream()
                .filter(location -> location.active() && !location.id().equals(outlet()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public ExternalId supplier() {
        return new ExternalId(sandbox.xseriesSupplier());
    }

    @Override
    public ExternalId item(int number) {
        return levels.get(number).item();
    }

    String sku(int number) {
        return levels.get(number).sku().orElseThrow().value();
    }

    int items() {
        return levels.size();
    }

    @Override
    public boolean loseNextAnswer() {
        control.nextWrite("\"kind\":\"cut-after\"");
        return true;
    }

    /** What becomes of the next POST about consignments. */
    void next(String what) {
        control.nextWrite(what);
    }

    void faults(String script) {
        control.faults(script);
    }

    /** Somebody at the store does something to a consignment. */
    void staff(String what, String body) {
        control.call("consignments/" + what, body);
    }

    void awaitTheLateOne() {
        control.awaitTheLateOne();
    }

    void pass(Duration time) {
        sandbox.clock().advance(time);
    }

    long requests() {
        return control.counter("requests");
    }

    @Override
    public void close() {
        session.close();
        sandbox.close();
    }
}
