package io.tallyport.shopify;

import io.tallyport.core.catalog.CatalogueUnderTest;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.ShopUnderTest;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
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
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sandbox's shop behind the adapter; waits turn the sandbox's clock and take no time. */
final class SandboxRig implements ShopUnderTest, CatalogueUnderTest, AutoCloseable {

    private final Sandbox sandbox;
    private final Journal journal = new Journal();
    private final ConnectorSession session;
    private final ExternalId location;

    SandboxRig(SandboxSettings settings) {
        this(settings, Map.of());
    }

    /** With options of the connection. */
    SandboxRig(SandboxSettings settings, Map<String, String> options) {
        this.sandbox = Sandbox.start(settings);
        this.session = open(options);
        this.location = session.locations().stream()
                .map(Location::id)
                .max(Comparator.comparingLong(this::stocked))
                .orElseThrow();
    }

    /** A session of another process: it shares nothing but the shop. */
    ConnectorSession open(Map<String, String> options) {
        InMemorySecretStore secrets = new InMemorySecretStore();
        ShopifyConnector connector = new ShopifyConnector(
                TestCredentials.of(secrets, sandbox.clock()),
                (connection, access, operation) -> {},
                journal,
                sandbox.clock(),
                sandbox.clock()::advance,
                RemoteSettings.DEFAULT);
        return connector.open(new Connection(
                new ConnectionId("web"),
                connector.platform(),
                "sandbox.example",
                URI.create(sandbox.shopifyBaseUrl()),
                Environment.SANDBOX,
                AccessMode.READ_WRITE,
                true,
                Map.of("token", secrets.store("token", new Secret(sandbox.shopifyToken()))),
                options));
    }

    /**
     * All levels of a place.
     *
     * @param complete whether the source proved that it saw everything
     */
    record WholeRead(Collection<StockLevel> levels, boolean complete) {}

    WholeRead read() {
        return read(location);
    }

    private WholeRead read(ExternalId place) {
        return read(source(), place);
    }

    static WholeRead read(InventorySource source, ExternalId place) {
        Map<ExternalId, StockLevel> levels = new LinkedHashMap<>();
        LevelPage page = source.levels(place, Optional.empty());
        page.items().forEach(level -> levels.put(level.item(), level));
        while (page.next().isPresent()) {
            page = source.levels(place, page.next());
            page.items().forEach(level -> levels.put(level.item(), level));
        }
        boolean complete =
                page.total().isPresent() && levels.size() >= page.total().getAsLong();
        return new WholeRead(levels.values(), complete);
    }

    private long stocked(ExternalId place) {
        return read(place).levels().stream()
                .filter(level -> level.stocking() == Stocking.STOCKED)
                .count();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Journal journal() {
        return journal;
    }

    ConnectorSession session() {
        return session;
    }

    InventorySink sink() {
        return session.port(InventorySink.class).orElseThrow();
    }

    @Override
    public InventorySource source() {
        return session.port(InventorySource.class).orElseThrow();
    }

    @Override
    public ExternalId location() {
        return location;
    }

    @Override
    public ExternalId unknownLocation() {
        return new ExternalId("gid://shopify/Location/999999999999");
    }

    @Override
    public ExternalId unknownItem() {
        return new ExternalId("gid://shopify/InventoryItem/999999999999");
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
        String body = "{\"platform\":\"shopify\",\"sku\":\"" + variant.sku().orElseThrow() + "\"," + what + "}";
        control("products", body);
    }

    /** A call of the sandbox's control API. */
    void control(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + " was answered with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Another app's write: the same shop, under a key of its own. */
    @Override
    public void move(StockLevel level, long units) {
        sandbox.clock().advance(Duration.ofSeconds(1));
        long now = onHand(level.item());
        StockWrite write = new StockWrite(
                StockFigure.ON_HAND,
                location,
                "gid://till/Sale/1",
                List.of(new StockWrite.Line(level.item(), now, now + units)));
        SetOutcome outcome = sink().set(write, UUID.randomUUID().toString());
        if (outcome.status() != SetOutcome.Status.APPLIED) {
            throw new IllegalStateException("the level could not be moved: " + outcome);
        }
    }

    long onHand(ExternalId item) {
        return source().levelsOf(location, List.of(item))
                .get(0)
                .onHand()
                .orElseThrow()
                .toWholeUnits();
    }

    @Override
    public void close() {
        session.close();
        sandbox.close();
    }
}
