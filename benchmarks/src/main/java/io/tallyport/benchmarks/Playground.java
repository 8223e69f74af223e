package io.tallyport.benchmarks;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import io.tallyport.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A Tallyport in a directory of its own, connected to a sandbox, with a guard that holds nothing. */
final class Playground implements AutoCloseable {

    private static final String ACTOR = "benchmark";
    private static final ConnectionId TILL = new ConnectionId("till");
    private static final BlastRadius ANYTHING_GOES = new BlastRadius(100, 0, Integer.MAX_VALUE, 0);

    private final Sandbox sandbox;
    private final Path directory;
    private final Tallyport tallyport;

    Playground(Sandbox sandbox, Path directory) {
        this.sandbox = sandbox;
        this.directory = directory;
        this.tallyport = Tallyport.builder().dataDirectory(directory).start();
        connect(TILL, "lightspeed-r", sandbox.rseriesAccount(), sandbox.rseriesBaseUrl(), sandbox.rseriesToken());
    }

    /** Adds a connection of its own to the one shop, and a route to it for those SKUs. */
    RouteId route(String name, SkuScope scope) {
        ConnectionId web = new ConnectionId("web-" + name);
        RouteId route = new RouteId("to-" + web);
        connect(web, "shopify", "sandbox", sandbox.shopifyBaseUrl(), sandbox.shopifyToken());
        RoutePolicy policy = RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE);
        tallyport
                .routeDesk()
                .add(
                        new Route(
                                route,
                                new LocationRef(TILL, firstLocation(TILL)),
                                new LocationRef(web, firstLocation(web)),
                                new RoutePolicy(
                                        policy.merge(),
                                        policy.webOrders(),
                                        Integer.MAX_VALUE,
                                        ANYTHING_GOES,
                                        Duration.ofHours(1),
                                        scope),
                                true),
                        ACTOR);
        return route;
    }

    private void connect(ConnectionId id, String platform, String account, String url, String token) {
        tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                id,
                                new Platform(platform),
                                account,
                                URI.create(url),
                                Environment.SANDBOX,
                                AccessMode.READ_WRITE,
                                Map.of("token", new Secret(token)),
                                Map.of()),
                        ACTOR);
    }

    private ExternalId firstLocation(ConnectionId id) {
        try (var session = tallyport.connectors().open(id)) {
            return session.locations().get(0).id();
        }
    }

    Path file(RouteId route) {
        return directory.resolve(route + ".json");
    }

    StockPlan plan(RouteId route) {
        return tallyport.planStock().plan(new PlanStock.Request(route, file(route), false, ACTOR), Progress.NONE);
    }

    @Override
    public void close() {
        tallyport.close();
    }
}
