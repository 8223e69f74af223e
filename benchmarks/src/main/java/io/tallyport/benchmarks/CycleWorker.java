package io.tallyport.benchmarks;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One process that syncs a route between two moving shops through the embedded database, as {@code stock sync} does. */
final class CycleWorker {

    private static final RouteId ROUTE = new RouteId("large");

    private CycleWorker() {}

    /** The data directory, how many rows, and how many of them are sold before the sync. */
    public static void main(String[] args) {
        Path directory = Path.of(args[0]);
        int rows = Integer.parseInt(args[1]);
        MovingShop till = new MovingShop(rows, "");
        MovingShop web = new MovingShop(rows, "gid://shopify/InventoryItem/");
        till.sell(Integer.parseInt(args[2]));
        AtomicLong sessions = new AtomicLong();
        try (Tallyport tallyport = Tallyport.builder()
                .dataDirectory(directory)
                .connector(new MovingShopConnector(new Platform("pos"), till, sessions))
                .connector(new MovingShopConnector(new Platform("shop"), web, sessions))
                .start()) {
            if (tallyport.routes().find(ROUTE).isEmpty()) {
                route(tallyport);
            }
            long start = System.nanoTime();
            SyncStock.Result result = tallyport
                    .syncStock()
                    .sync(
                            new PlanStock.Request(
                                    ROUTE,
                                    directory.resolve(UUID.randomUUID() + ".json"),
                                    false,
                                    PlanReading.CHANGED,
                                    "benchmark"),
                            false,
                            0,
                            Progress.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            long requests = sessions.get() + till.requests() + web.requests();
            System.out.println(result.plan().header().coverage().kind() + " "
                    + result.plan().counts().changes() + " " + requests + " " + seconds + " " + liveMegabytes());
        }
    }

    /** The most that was alive after a collection. */
    private static long liveMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .flatMap(usage -> Optional.ofNullable(usage).stream())
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                >> 20;
    }

    private static void route(Tallyport tallyport) {
        tallyport
                .routeDesk()
                .add(
                        new Route(
                                ROUTE,
                                connection(tallyport, "pos"),
                                connection(tallyport, "shop"),
                                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
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
                                AccessMode.READ_WRITE,
                                Map.of(),
                                Map.of()),
                        "benchmark");
        return new LocationRef(id, MovingShopConnector.LOCATION);
    }
}
