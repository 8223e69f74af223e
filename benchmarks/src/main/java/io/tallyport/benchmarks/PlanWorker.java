package io.tallyport.benchmarks;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * One process that plans a route between two computed shops as the product does: pages into spools, spools into a join,
 * acknowledged levels from the embedded database, rows into a plan file.
 */
final class PlanWorker {

    static final RouteId ROUTE = new RouteId("large");

    private PlanWorker() {}

    /** The data directory, how many rows, and how many of them differ. */
    public static void main(String[] args) {
        Path directory = Path.of(args[0]);
        LargeShops shops = new LargeShops(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        try (Tallyport tallyport = Tallyport.builder()
                .dataDirectory(directory)
                .connector(new LargeShopConnector(new Platform("pos"), shops.source()))
                .connector(new LargeShopConnector(new Platform("shop"), shops.target()))
                .start()) {
            if (tallyport.routes().find(ROUTE).isEmpty()) {
                route(tallyport);
            }
            Stopwatch watch = new Stopwatch();
            StockPlan plan = tallyport
                    .planStock()
                    .plan(
                            new PlanStock.Request(
                                    ROUTE, directory.resolve(UUID.randomUUID() + ".json"), false, "benchmark"),
                            Progress.NONE);
            System.out.println(watch.line(plan.counts().changes()));
        }
    }

    static void route(Tallyport tallyport) {
        RoutePolicy policy = RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE);
        tallyport
                .routeDesk()
                .add(
                        new Route(
                                ROUTE,
                                connection(tallyport, "pos"),
                                connection(tallyport, "shop"),
                                new RoutePolicy(
                                        policy.merge(),
                                        policy.webOrders(),
                                        policy.reviewThreshold(),
                                        new BlastRadius(100, 0, Integer.MAX_VALUE, 0),
                                        policy.planLifetime(),
                                        SkuScope.ALL),
                                true),
                        "benchmark");
    }

    private static LocationRef connection(Tallyport tallyport, String platform) {
        ConnectionId id = new ConnectionId(platform);
        tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                id,
                                new Platform(platform),
                                "account",
                                URI.create("http://127.0.0.1:1"),
                                Environment.SANDBOX,
                                AccessMode.READ,
                                Map.of(),
                                Map.of()),
                        "benchmark");
        return new LocationRef(id, LargeShopConnector.LOCATION);
    }
}
