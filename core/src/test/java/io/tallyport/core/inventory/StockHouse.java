package io.tallyport.core.inventory;

import io.tallyport.core.catalog.InMemoryMappingStore;
import io.tallyport.core.catalog.InMemoryProducts;
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
import io.tallyport.core.connection.HaltDesk;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemoryHalts;
import io.tallyport.core.connection.InMemoryLocationStore;
import io.tallyport.core.connection.InMemoryRouteStore;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.doctor.Doctor;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.history.InMemoryRunStore;
import io.tallyport.core.history.InMemorySyncLog;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.intent.InMemoryIntentJournal;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.inventory.schedule.RunStockCycle;
import io.tallyport.core.inventory.schedule.StockCycleFiles;
import io.tallyport.core.inventory.undo.BackUpStock;
import io.tallyport.core.inventory.undo.RestoreStock;
import io.tallyport.core.inventory.undo.RollBackRun;
import io.tallyport.core.inventory.undo.VerifyRollback;
import io.tallyport.core.job.JobId;
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
    final MergeStores merge = new MergeStores(new InMemoryMergeLevels(), new InMemoryOpenWrites());
    final LocationStore locations = new InMemoryLocationStore();
    Leases leases = new InMemoryLeases(clock);
    final RuleStore rules = new InMemoryRuleStore();
    final InMemoryItemCategories categories = new InMemoryItemCategories();
    final InMemoryConflicts conflicts = new InMemoryConflicts();
    final PlanFiles files = new InMemoryPlanFiles();
    final InMemoryBackupFiles backups = new InMemoryBackupFiles();
    final InMemoryLevelSpools spools = new InMemoryLevelSpools();
    private final InMemoryRouteStore routes = new InMemoryRouteStore();
    final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    final InMemoryHalts halts = new InMemoryHalts();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final Path directory;
    private int planned;
    private int asked;

    /** Plans of jobs that said nothing. */
    final List<Path> discarded = new ArrayList<>();

    /** What the source answers through; a test may put its own in between. */
    InventorySource pos = till;

    /** What the target's levels are read through; a test may put its own in between. */
    InventorySource shop = web;

    /** What the target answers through; a test may put its own in between. */
    InventorySink sink = web;

    /** What changes the source's levels by differences; none unless a test puts one here. */
    Optional<StockAdjuster> adjuster = Optional.empty();
    /** What customers are shown on both sides; nothing unless a test puts it there. */
    final InMemoryProducts posProducts = new InMemoryProducts();

    final InMemoryProducts shopProducts = new InMemoryProducts();

    /** Whether the platforms tell these. */
    boolean tellsProducts;

    /** What both platforms say is wrong with their connection, what of it ends, what it needs, whether they are open. */
    List<String> problems = List.of();

    List<Expiry> ending = List.of();
    List<String> secretsNeeded = List.of();
    boolean open = true;

    /** What both platforms tell of their products in place of those. */
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

    RouteComparison comparison() {
        return new RouteComparison(planStores(), connectors(), spools, clock);
    }

    List<Finding> examine() {
        return new Doctor(List.of(new StockExaminer(planStores(), connectors(), clock))).examine();
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
                merge,
                halts,
                rulings(),
                audit,
                unitOfWork);
    }

    RulingStores rulings() {
        return new RulingStores(rules, categories, conflicts, conflicts);
    }

    StockPlan approve(Path file, String... keys) {
        return new ApproveStockPlan(
                        fuse.guard(PlanStore.class, plans),
                        fuse.guard(PlanFiles.class, files),
                        audit,
                        fuse.guard(UnitOfWork.class, unitOfWork),
                        clock)
                .approve(new ApproveStockPlan.Request(file, Set.of(keys), "owner", "looked at it"));
    }

    /** Makes the route a merge. */
    void merging(RoutePolicy policy) {
        save(new Route(
                ROUTE, new LocationRef(TILL, till.location()), new LocationRef(WEB, web.location()), policy, true));
    }

    Path baseline(Baseline how) {
        return baseline(ROUTE, how);
    }

    Path baseline(RouteId route, Baseline how) {
        Path file = directory.resolve("plan-" + ++planned + ".json");
        planStock()
                .plan(
                        new PlanStock.Request(route, file, false, PlanReading.ONCE, "tester", Optional.of(how)),
                        Progress.NONE);
        return file;
    }

    SettleMerge settleMerge() {
        return new SettleMerge(applyStores(), clock);
    }

    MergeLevel level(String targetItem) {
        return merge.levels().of(ROUTE, List.of(new ExternalId(targetItem))).get(0);
    }

    Run apply(Path file) {
        return apply(new ApplyStockPlan.Request(file, false, 0, "tester")).run();
    }

    ApplyStockPlan.Result apply(ApplyStockPlan.Request request) {
        return applyStockPlan().apply(request, Progress.NONE);
    }

    private ApplyStockPlan applyStockPlan() {
        return new ApplyStockPlan(applyStores(), connectors(), files, clock);
    }

    /** What a cycle of this route does as a job. */
    RunStockCycle cycleJob(KillSwitch killSwitch) {
        SyncStock sync = new SyncStock(planStock(), applyStockPlan());
        StockCycleFiles names = new StockCycleFiles() {
            @Override
            public Path next(JobId job, int attempt) {
                return directory.resolve("job-" + job + "-" + attempt + ".json");
            }

            @Override
            public void discard(Path file) {
                discarded.add(file);
            }
        };
        return new RunStockCycle(routes, halts, killSwitch, sync, names);
    }

    private ApplyStores applyStores() {
        return new ApplyStores(
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
                merge,
                fuse.guard(RouteCursors.class, cycleStores),
                locations,
                conflicts,
                fuse.guard(Leases.class, leases),
                halts,
                unitOfWork);
    }

    /** A plan that undoes a run. */
    Path rollBack(Run run) {
        Path file = directory.resolve("plan-" + ++planned + ".json");
        new RollBackRun(runs, plans, intents, preImages, undoPlanner())
                .plan(new RollBackRun.Request(run.id(), Optional.empty(), file, "owner"), Progress.NONE);
        return file;
    }

    VerifyRollback.Answer verify(String id) {
        return new VerifyRollback(runs, plans, intents, preImages, connectors()).verify(id);
    }

    /** A backup of all of one side. */
    Path backUp(ConnectionId connection) {
        Path file = directory.resolve("backup-" + ++planned + ".json");
        new BackUpStock(connections, connectors(), new WholeRead(spools, clock), backups, audit, clock)
                .backUp(new BackUpStock.Request(connection, List.of(), file, "owner"), Progress.NONE);
        return file;
    }

    /** A plan that sets a location to what a backup says. */
    Path restore(Path backup) {
        return restore(backup, Optional.empty(), Optional.empty());
    }

    Path restore(Path backup, Optional<LocationRef> location, Optional<RouteId> route) {
        Path file = directory.resolve("plan-" + ++planned + ".json");
        new RestoreStock(backups, connections, routes, undoPlanner())
                .plan(new RestoreStock.Request(backup, location, route, file, "owner"), Progress.NONE);
        return file;
    }

    PushStock.Result push(Choice choice) {
        Path file = directory.resolve("plan-" + ++planned + ".json");
        return new PushStock(planStores(), runs, syncLog, connectors(), files, applyStockPlan(), clock)
                .push(new PushStock.Request(ROUTE, choice, file, "owner"), false, Progress.NONE);
    }

    UndoPlanner undoPlanner() {
        return new UndoPlanner(planStores(), connectors(), files, clock);
    }

    boolean resume(RouteId route) {
        return new HaltDesk(halts, connections, routes, audit, unitOfWork, clock).resume(route, "owner");
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
                List.of(
                        connector("pos", pos, till, till, posProducts),
                        connector("shop", shop, sink, web, shopProducts)),
                connections);
    }

    private Connector connector(
            String platform, InventorySource source, InventorySink writer, InMemoryShop shop, ProductSource shown) {
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
                return session(
                        fuse.guard(InventorySource.class, source),
                        fuse.guard(InventorySink.class, writer),
                        shop.location(),
                        platform.equals("pos") ? adjuster : Optional.empty(),
                        products.or(() -> tellsProducts ? Optional.of(shown) : Optional.empty()));
            }
        };
    }

    private ConnectorSession session(
            InventorySource source,
            InventorySink writer,
            ExternalId location,
            Optional<StockAdjuster> differences,
            Optional<ProductSource> told) {
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
                    return told.map(type::cast);
                }
                if (type == Expiring.class) {
                    return Optional.of(type.cast((Expiring) () -> ending));
                }
                if (type == StockAdjuster.class) {
                    return differences.map(each -> type.cast(fuse.guard(StockAdjuster.class, each)));
                }
                return type == InventorySink.class ? Optional.of(type.cast(writer)) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
