package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.CatalogueUnderTest;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.ShopUnderTest;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
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
import java.util.Map;

/** The R-Series side of a running sandbox, whose clock stands still unless the adapter waits. */
final class SandboxTill implements ShopUnderTest, CatalogueUnderTest, AutoCloseable {

    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Sandbox sandbox;
    private final CallJournal journal = new CallJournal();
    private final OneSecret secrets = new OneSecret();
    private final ConnectorSession session;

    SandboxTill(int skus) {
        sandbox = Sandbox.start(
                SandboxSettings.defaults().withSkus(skus).withSeed(7).withBaseClock(STANDING));
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
                        AccessMode.READ,
                        true,
                        Map.of("token", secrets.store("token", new Secret(sandbox.rseriesToken()))),
                        Map.of("currency", "USD")));
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

    @Override
    public void move(StockLevel level, long units) {
        String qoh = level.onHand().orElseThrow().plus(Quantity.of(units)).toString();
        String url = sandbox.rseriesBaseUrl() + "/API/V3/Account/" + sandbox.rseriesAccount() + "/Item/" + level.item()
                + ".json";
        int status = send(
                "PUT", url, "{\"ItemShops\":{\"ItemShop\":{\"shopID\":" + location() + ",\"qoh\":\"" + qoh + "\"}}}");
        assertThat(status).isEqualTo(200);
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
        String body = "{\"platform\":\"rseries\",\"sku\":\"" + variant.sku().orElseThrow() + "\"," + what + "}";
        assertThat(send("POST", sandbox.controlUrl() + "/products", body)).isEqualTo(200);
    }

    /** Puts fault rules in force. */
    void faults(String script) {
        assertThat(send("POST", sandbox.controlUrl() + "/faults", script)).isBetween(200, 299);
    }

    private int send(String method, String url, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + sandbox.rseriesToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
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
