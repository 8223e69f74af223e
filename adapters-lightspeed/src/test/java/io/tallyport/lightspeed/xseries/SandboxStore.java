package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.ShopUnderTest;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.remote.CallJournal;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.TestCredentials;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The X-Series side of a running sandbox, whose clock stands still unless the adapter waits. */
final class SandboxStore implements ShopUnderTest, CatalogueUnderTest, AutoCloseable {

    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-03-01T12:01:00Z"), ZoneOffset.UTC);

    private final Sandbox sandbox;
    private final CallJournal journal = new CallJournal();
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final XSeriesConnector connector;
    private final Connection connection;
    private final ConnectorSession session;

    /** A store whose pages are small enough to be several. */
    SandboxStore(int skus, Map<String, String> options) {
        sandbox = Sandbox.start(
                SandboxSettings.defaults().withSkus(skus).withSeed(7).withBaseClock(STANDING));
        connector = new XSeriesConnector(
                TestCredentials.of(secrets, sandbox.clock()),
                (asked, access, operation) -> {},
                journal,
                sandbox.clock(),
                wait -> sandbox.clock().advance(wait),
                RemoteSettings.DEFAULT);
        Map<String, String> all = new HashMap<>(Map.of("page-size.inventory", "60", "page-size.products", "40"));
        all.putAll(options);
        connection = new Connection(
                new ConnectionId("branch"),
                new Platform("lightspeed-x"),
                sandbox.xseriesDomainPrefix(),
                URI.create(sandbox.xseriesBaseUrl()),
                Environment.SANDBOX,
                AccessMode.READ,
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
        control(
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
        change(variant, "\"title\":\"" + title + "\"");
    }

    @Override
    public void reprice(Variant variant, BigDecimal amount) {
        change(variant, "\"price\":" + amount);
    }

    @Override
    public void archive(Variant variant) {
        change(variant, "\"status\":\"ARCHIVED\"");
    }

    private void change(Variant variant, String what) {
        String body = "{\"platform\":\"xseries\",\"sku\":\"" + variant.sku().orElseThrow() + "\"," + what + "}";
        control("products", body);
    }

    /** Puts fault rules in force. */
    void faults(String script) {
        control("faults", script);
    }

    private void control(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).as(path).isBetween(200, 299);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        session.close();
        sandbox.close();
    }
}
