package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.InMemoryMappingStore;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemoryConnector;
import io.tallyport.core.connection.InMemoryRouteStore;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.SettableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A till and a shop with their products in memory, a route between them, and the use cases of mapping over both. */
public final class CatalogueHouse {

    public static final RouteId ROUTE = new RouteId("main");
    public static final String ACTOR = "clerk";

    public final MemoryProducts till = new MemoryProducts();
    public final MemoryProducts web = new MemoryProducts();
    public final InMemoryMappingStore mappings = new InMemoryMappingStore();
    public final InMemoryRejectionStore rejections = new InMemoryRejectionStore();
    public final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    public final CatalogueStores stores;
    public final Connectors connectors;
    private final InMemoryRouteStore routes = new InMemoryRouteStore();
    private final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    private final Clock clock;
    private final TextSimilarity similarity;

    /** Opens it. */
    public CatalogueHouse(TextSimilarity similarity) {
        this.similarity = similarity;
        this.clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
        this.stores = new CatalogueStores(routes, connections, mappings, rejections, audit, new InMemoryUnitOfWork());
        this.connectors =
                new Connectors(List.of(connector("lightspeed-r", till), connector("shopify", web)), connections);
        connections.save(connection("till", "lightspeed-r"));
        connections.save(connection("web", "shopify"));
        route(RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE));
    }

    /** From now on the route goes by this. */
    public void route(RoutePolicy policy) {
        routes.save(new Route(ROUTE, end("till"), end("web"), policy, true));
    }

    private static LocationRef end(String connection) {
        return new LocationRef(new ConnectionId(connection), new ExternalId("1"));
    }

    private static Connector connector(String platform, ProductSource products) {
        return new InMemoryConnector(
                new Platform(platform), List.of(new Location(new ExternalId("1"), "Main", true)), List.of(products));
    }

    private static Connection connection(String id, String platform) {
        return new Connection(
                new ConnectionId(id),
                new Platform(platform),
                "account",
                URI.create("http://127.0.0.1:1"),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of(),
                Map.of());
    }

    public FindSkuMismatches mismatches() {
        return new FindSkuMismatches(stores, connectors);
    }

    public SuggestSkuMappings suggest() {
        return new SuggestSkuMappings(stores, connectors, similarity);
    }

    public MappingDesk desk() {
        return new MappingDesk(stores, connectors, clock);
    }

    public ConfirmCertain confirmCertain() {
        return new ConfirmCertain(stores, suggest(), clock);
    }

    public MapFromBarcodes fromBarcodes() {
        return new MapFromBarcodes(stores, connectors, clock);
    }

    /** Takes mappings from what {@code files} reads. */
    public ImportMappings imports(MappingFiles files) {
        return new ImportMappings(stores, connectors, files, clock);
    }

    /** Gives mappings to what {@code files} writes. */
    public ExportMappings exports(MappingFiles files) {
        return new ExportMappings(stores, connectors, files, clock);
    }
}
