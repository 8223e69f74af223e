package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentsUnderTest;
import io.tallyport.core.inventory.InventorySource;
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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The purchase orders of a running sandbox, whose clock goes on by a little whenever somebody looks at it. */
final class SandboxPurchases implements ConsignmentsUnderTest, AutoCloseable {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T12:01:00Z");
    /** Slow enough that requests share seconds, and fast enough that the burst limiter is not met. */
    private static final long STEP_MILLIS = 60;

    private final AtomicLong looks = new AtomicLong();
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
            .withSkus(40)
            .withSeed(7)
            .withWideLimits()
            .withBaseClock(new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return BEGINNING.plusMillis(looks.incrementAndGet() * STEP_MILLIS);
                }
            }));
    private final SandboxControl control =
            new SandboxControl(sandbox, "rseries", "\"method\":\"POST\",\"pathContains\":\"/Order\"");
    private final OneSecret secrets = new OneSecret();
    private final ConnectorSession session;
    private final List<StockLevel> levels;

    SandboxPurchases() {
        session = new RSeriesConnector(
                        TestCredentials.of(secrets, sandbox.clock()),
                        (connection, access, operation) -> {},
                        new CallJournal(),
                        sandbox.clock(),
                        wait -> sandbox.clock().advance(wait),
                        RemoteSettings.DEFAULT)
                .open(new Connection(
                        new ConnectionId("till"),
                        new Platform("lightspeed-r"),
                        sandbox.rseriesAccount(),
                        URI.create(sandbox.rseriesBaseUrl()),
                        Environment.SANDBOX,
                        AccessMode.READ_WRITE,
                        true,
                        Map.of("token", secrets.store("token", new Secret(sandbox.rseriesToken()))),
                        Map.of("currency", "USD")));
        levels = session.port(InventorySource.class).orElseThrow().levels(outlet(), Optional.empty()).items().stream()
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
        return new ExternalId("1");
    }

    @Override
    public ExternalId otherOutlet() {
        return new ExternalId("2");
    }

    @Override
    public ExternalId supplier() {
        return new ExternalId("1");
    }

    @Override
    public ExternalId item(int number) {
        return levels.get(number).item();
    }

    String sku(int number) {
        return levels.get(number).sku().orElseThrow().toString();
    }

    @Override
    public boolean loseNextAnswer() {
        next("\"kind\":\"cut-after\"");
        return true;
    }

    /** What becomes of the next POST about orders. */
    void next(String what) {
        control.nextWrite(what);
    }

    /** Somebody at the store does something to an order. */
    void staff(String what, String body) {
        control.call("purchase-orders/" + what, body);
    }

    void awaitTheLateOne() {
        control.awaitTheLateOne();
    }

    @Override
    public void close() {
        session.close();
        sandbox.close();
    }
}
