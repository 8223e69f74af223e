package io.tallyport.benchmarks;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionTokens;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApplyStores;
import io.tallyport.core.inventory.CycleStores;
import io.tallyport.core.inventory.InMemoryLevelSpools;
import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.PlanStores;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.Stores;
import io.tallyport.remote.Credentials;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.Surroundings;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.shopify.ShopifyConnector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The parts that plan and apply, put together by hand so that their time can be a virtual one. What would be another
 * process has connectors, stores and rate budgets of its own.
 *
 * @param around its gate, clock, sleeper and rate budgets
 * @param lines the most of one write
 */
record VirtualHouse(Sandbox sandbox, Stores stores, Surroundings around, MemoryTill till, PlanFiles files, int lines) {

    private static final BlastRadius ANYTHING_GOES = new BlastRadius(100, 0, Integer.MAX_VALUE, 0);
    private static final ConnectionId TILL = new ConnectionId("till");

    private Connectors connectors() {
        return new Connectors(
                List.of(
                        till,
                        new SmallWrites(new ShopifyConnector(credentials(), around, RemoteSettings.DEFAULT), lines)),
                stores.connections());
    }

    private Credentials credentials() {
        return new Credentials(
                stores.secrets(),
                new ConnectionTokens(stores.connections(), stores.secrets(), stores.unitOfWork()),
                stores.leases());
    }

    PlanStock planStock() {
        CycleStores cycles = new CycleStores(
                stores.inventory().mirror(),
                stores.inventory().mirrorSink(),
                stores.inventory().routeCursors(),
                stores.inventory().dueRows(),
                stores.locations(),
                stores.leases());
        PlanStores all = new PlanStores(
                stores.routes(),
                stores.connections(),
                stores.mappings(),
                stores.inventory().stock(),
                stores.inventory().plans(),
                cycles,
                stores.inventory().merge(),
                stores.halts(),
                stores.rulings(),
                stores.history().auditTrail(),
                stores.unitOfWork());
        return new PlanStock(all, connectors(), files, new InMemoryLevelSpools(), clock());
    }

    ApplyStockPlan applyStockPlan() {
        ApplyStores all = new ApplyStores(
                stores.routes(),
                stores.connections(),
                stores.inventory().plans(),
                stores.inventory().stock(),
                stores.intents(),
                stores.inventory().preImages(),
                stores.history().runs(),
                stores.history().syncLog(),
                stores.history().auditTrail(),
                stores.inventory().dueRows(),
                stores.inventory().merge(),
                stores.inventory().routeCursors(),
                stores.locations(),
                stores.rulings().conflicts(),
                stores.leases(),
                stores.halts(),
                stores.unitOfWork());
        return new ApplyStockPlan(all, connectors(), files, clock());
    }

    private Clock clock() {
        return around.clock();
    }

    /** Adds a connection of its own to the one shop, and a route to it for those SKUs. */
    RouteId route(String name, SkuScope scope) {
        ConnectionId web = new ConnectionId("web-" + name);
        SecretHandle token = stores.secrets().store(web + " token", new Secret(sandbox.shopifyToken()));
        save(TILL, MemoryTill.PLATFORM, Map.of());
        save(web, new Platform("shopify"), Map.of("token", token));
        RoutePolicy policy = RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE);
        RouteId route = new RouteId("to-" + web);
        stores.routes()
                .save(new Route(
                        route,
                        new LocationRef(TILL, firstLocation(TILL)),
                        new LocationRef(web, firstLocation(web)),
                        new RoutePolicy(
                                policy.merge(),
                                policy.webOrders(),
                                Integer.MAX_VALUE,
                                ANYTHING_GOES,
                                Duration.ofHours(12),
                                scope),
                        true));
        return route;
    }

    private void save(ConnectionId id, Platform platform, Map<String, SecretHandle> secrets) {
        stores.connections()
                .save(new Connection(
                        id,
                        platform,
                        "sandbox",
                        URI.create(sandbox.shopifyBaseUrl()),
                        Environment.SANDBOX,
                        AccessMode.READ_WRITE,
                        true,
                        secrets,
                        Map.of()));
    }

    private ExternalId firstLocation(ConnectionId id) {
        try (var session = connectors().open(id)) {
            return session.locations().get(0).id();
        }
    }
}
