package io.tallyport.core.inventory;

import io.tallyport.core.catalog.InMemoryMappingStore;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.conflict.InMemoryConflicts;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Expiring;
import io.tallyport.core.connection.Expiry;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemoryLocationStore;
import io.tallyport.core.connection.InMemoryRouteStore;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.history.InMemoryRunStore;
import io.tallyport.core.history.InMemorySyncLog;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.intent.InMemoryIntentJournal;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryLeases;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.SettableClock;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.rule.InMemoryItemCategories;
import io.tallyport.core.rule.InMemoryRuleStore;
import io.tallyport.core.rule.RuleDesk;
import io.tallyport.core.rule.RuleStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two shops in memory, a route between them, and the use cases over stores in memory. */
final class StockHouse {

    static final RouteId ROUTE = new RouteId("till-to-web");
    static final ConnectionId TILL = new ConnectionId("till");
    static final ConnectionId WEB = new ConnectionId("web");

    final InMemoryShop till = new InMemoryShop("1");
    final InMemoryShop web = new InMemoryShop("10");
    final SettableClock clock = new SettableClock(java.time.Instant.parse("2026-11-21T10:00:00Z"));
    final InMemoryIntentJournal intents = new InMemoryIntentJournal();
    final PlanStore plans = new InMemoryPlanStore();
    final StockStore stocks = new InMemoryStockStore();
    final MappingStore mappings = new InMemoryMappingStore();
    final InMemorySyncLog syncLog = new InMemorySyncLog();
    final InMemoryRunStore runs = new InMemoryRunStore();
    final InMemoryPreImageStore preImages = new InMemoryPreImageStore(intents);
    UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final InMemoryLevelMirror mirror = new InMemoryLevelMirror();
    final InMemoryCycleStores cycleStores = new InMemoryCycleStores();
    final LocationStore locations = new InMemoryLocationStore();
    Leases leases = new InMemoryLeases(clock);
    final RuleStore rules = new InMemoryRuleStore();
    final InMemoryItemCategories categories = new InMemoryItemCategories();
    final InMemoryConflicts conflicts = new InMemoryConflicts();
    final PlanFiles files = new InMemoryPlanFiles();
    final InMemoryLevelSpools spools = new InMemoryLevelSpools();
    private final InMemoryRouteStore routes = new InMemoryRouteStore();
    final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final Path directory;
    private int planned;
    private int asked;

    /** What the source answers through; a test may put its own in between. */
    InventorySource pos = till;

    /** What the target's levels are read through; a test may put its own in between. */
    InventorySource shop = web;

    /** What the target answers through; a test may put its own in between. */
    InventorySink sink = web;

    /** What both platforms say is wrong with their connection, what of it ends, what it needs, whether they are open. */
    List<String> problems = List.of();

    List<Expiry> ending = List.of();
    List<String> secretsNeeded = List.of();
    boolean open = true;

    /** What the source tells about products; nothing by default. */
    Optional<ProductSource> products = Optional.empty();

    /** What blows at some step; by default it never does. */
    Fuse fuse = Fuse.never();

    StockHouse(Path directory) {
        this.directory = directory;
        connections.save(connection(TILL, "pos"));
        connections.save(connection(WEB, "shop"));
        route(WebOrders.AT_POS_AT_ONCE);
    }

    void route(WebOrders webOrders) {
        route(webOrders, new BlastRadius(100, 1000, 1000, 90));
    }

    void route(WebOrders webOrders, BlastRadius guard) {
        route(webOrders, guard, SkuScope.ALL);
    }

    void route(WebOrders webOrders, BlastRadius guard, SkuScope scope) {
        RoutePolicy defaults = RoutePolicy.sourceWins(webOrders);
        routes.save(new Route(
                ROUTE,
                new LocationRef(TILL, till.location()),
                new LocationRef(WEB, web.location()),
                new RoutePolicy(
                        defaults.merge(),
                        defaults.webOrders(),
                        defaults.reviewThreshold(),
                        guard,
                        defaults.planLifetime(),
                        scope),
                true));
    }

    /** How often a platform was asked for its locations. */
    int asked() {
        return asked;
    }

    void save(Route route) {
        routes.save(route);
    }

    Route route() {
        return routes.find(ROUTE).orElseThrow();
    }

    private static Connection connection(ConnectionId id, String platform) {
        return new Connection(
                id,
                new Platform(platform),
                "account",
                URI.create("http://127.0.0.1:1"),
                Environment.SANDBOX,
                AccessMode.READ_WRITE,
                true,
                Map.of(),
                Map.of());
    }

    Path plan() {
        return plan(false);
    }

    Path plan(RouteId route) {
        return plan(route, false);
    }

    Path plan(boolean activate) {
        return plan(ROUTE, activate);
    }

    private Path plan(RouteId route, boolean activate) {
        Path file = directory.resolve("plan-" + ++planned + ".json");
        planStock().plan(new PlanStock.Request(route, file, activate, PlanReading.WHOLE, "tester"), Progress.NONE);
        return file;
    }

    /** A plan of what changed, or of everything where that is due. */
    Path cycle() {
        return cycle(ROUTE);
    }

    Path cycle(RouteId route) {
        Path file = directory.resolve("plan-" + ++planned + ".json");
        planStock().plan(new PlanStock.Request(route, file, false, PlanReading.CHANGED, "tester"), Progress.NONE);
        return file;
    }

    /** A plan of everything that keeps nothing for cycles. */
    Path planOnce() {
        Path file = directory.resolve("plan-" + ++planned + ".json");
        planStock().plan(new PlanStock.Request(ROUTE, file, false, "tester"), Progress.NONE);
        return file;
    }

    private PlanStock planStock() {
        return new PlanStock(planStores(), connectors(), files, spools, clock);
    }

    List<Finding> examine() {
        return new Doctor(planStores(), connectors(), clock).examine();
    }

    ExplainStock explainStock() {
        ExplainStores stores = new ExplainStores(planStores(), intents, runs, syncLog);
        return new ExplainStock(stores, connectors(), clock);
    }

    ResolveConflicts resolveConflicts() {
        RuleDesk desk = new RuleDesk(rules, routes, connections, connectors(), audit, unitOfWork, clock);
        return new ResolveConflicts(planStores(), desk, connectors(), files, applyStockPlan(), clock);
    }

    private PlanStores planStores() {
        CycleStores cycles = new CycleStores(
                mirror,
                fuse.guard(LevelMirrorSink.class, mirror),
                fuse.guard(RouteCursors.class, cycleStores),
                fuse.guard(DueRows.class, cycleStores),
                locations,
                fuse.guard(Leases.class, leases));
        return new PlanStores(
                routes,
                connections,
                mappings,
                stocks,
                fuse.guard(PlanStore.class, plans),
                cycles,
                rulings(),
                audit,
                unitOfWork);
    }

    RulingStores rulings() {
        return new RulingStores(rules, categories, conflicts, conflicts);
    }

    StockPlan approve(Path file, String... keys) {
        return new ApproveStockPlan(plans, files, audit, unitOfWork, clock)
                .approve(new ApproveStockPlan.Request(file, Set.of(keys), "owner", "looked at it"));
    }

    Run apply(Path file) {
        return apply(new ApplyStockPlan.Request(file, false, 0, "tester")).run();
    }

    ApplyStockPlan.Result apply(ApplyStockPlan.Request request) {
        return applyStockPlan().apply(request, Progress.NONE);
    }

    private ApplyStockPlan applyStockPlan() {
        ApplyStores stores = new ApplyStores(
                routes,
                connections,
                fuse.guard(PlanStore.class, plans),
                stocks,
                fuse.guard(IntentJournal.class, intents),
                preImages,
                runs,
                syncLog,
                audit,
                cycleStores,
                locations,
                conflicts,
                fuse.guard(Leases.class, leases),
                unitOfWork);
        return new ApplyStockPlan(stores, connectors(), files, clock);
    }

    List<PlanRow> rows(Path file) {
        List<PlanRow> rows = new ArrayList<>();
        files.rows(file, rows::add);
        return rows;
    }

    PlanRow row(Path file, String key) {
        return rows(file).stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    List<SyncEntry> log(Run run) {
        return syncLog.ofRun(run.id(), Optional.empty()).items();
    }

    private Connectors connectors() {
        return new Connectors(
                List.of(connector("pos", pos, till, till), connector("shop", shop, sink, web)), connections);
    }

    private Connector connector(String platform, InventorySource source, InventorySink writer, InMemoryShop shop) {
        return new Connector() {
            @Override
            public Platform platform() {
                return new Platform(platform);
            }

            @Override
            public List<String> requiredSecrets(Map<String, String> options) {
                return secretsNeeded;
            }

            @Override
            public ConnectorSession open(Connection connection) {
                return session(source, fuse.guard(InventorySink.class, writer), shop.location());
            }
        };
    }

    private ConnectorSession session(InventorySource source, InventorySink writer, ExternalId location) {
        return new ConnectorSession() {
            @Override
            public Health check() {
                return new Health("in memory", problems);
            }

            @Override
            public List<Location> locations() {
                asked++;
                return List.of(new Location(location, "Main", open));
            }

            @Override
            public <T> Optional<T> port(Class<T> type) {
                if (type == InventorySource.class) {
                    return Optional.of(type.cast(source));
                }
                if (type == ProductSource.class) {
                    return products.map(type::cast);
                }
                if (type == Expiring.class) {
                    return Optional.of(type.cast((Expiring) () -> ending));
                }
                return type == InventorySink.class ? Optional.of(type.cast(writer)) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
