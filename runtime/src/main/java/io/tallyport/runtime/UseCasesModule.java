package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.VariantShelves;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectionTokens;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.HaltDesk;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KeyRotation;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.RotateMasterKey;
import io.tallyport.core.connection.RouteDesk;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApplyStores;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.CycleStores;
import io.tallyport.core.inventory.DueRows;
import io.tallyport.core.inventory.LevelMirror;
import io.tallyport.core.inventory.LevelMirrorSink;
import io.tallyport.core.inventory.LevelSpools;
import io.tallyport.core.inventory.MergeStores;
import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PlanStores;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.RouteComparison;
import io.tallyport.core.inventory.RouteCursors;
import io.tallyport.core.inventory.RulingStores;
import io.tallyport.core.inventory.SettleMerge;
import io.tallyport.core.inventory.StockStore;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.ValidationStore;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.runtime.spool.FileLevelSpools;
import io.tallyport.runtime.spool.FileVariantShelves;
import java.nio.file.Path;
import java.time.Clock;

/** The use cases, which know nothing of Guice. */
final class UseCasesModule extends AbstractModule {

    private final Clock clock;
    private final Path dataDirectory;

    UseCasesModule(Clock clock, Path dataDirectory) {
        this.clock = clock;
        this.dataDirectory = dataDirectory;
    }

    @Override
    protected void configure() {
        bind(Clock.class).toInstance(clock);
        bind(PlanFiles.class).toInstance(new JsonPlanFiles());
        bind(LevelSpools.class).toInstance(new FileLevelSpools(dataDirectory.resolve("spool")));
        bind(VariantShelves.class).toInstance(new FileVariantShelves(dataDirectory.resolve("spool")));
    }

    @Provides
    @Singleton
    ConnectionDesk connectionDesk(
            ConnectionStore connections,
            RouteStore routes,
            SecretStore secrets,
            Connectors connectors,
            AuditTrail audit,
            UnitOfWork unitOfWork) {
        return new ConnectionDesk(connections, routes, secrets, connectors, audit, unitOfWork, clock);
    }

    @Provides
    @Singleton
    AuthorizeConnection authorizeConnection(
            ConnectionStore connections,
            Connectors connectors,
            ConnectionTokens tokens,
            Leases leases,
            AuditTrail audit,
            UnitOfWork unitOfWork) {
        return new AuthorizeConnection(connections, connectors, tokens, leases, audit, unitOfWork, clock);
    }

    @Provides
    @Singleton
    RotateMasterKey rotateMasterKey(KeyRotation rotation, Leases leases, AuditTrail audit, UnitOfWork unitOfWork) {
        return new RotateMasterKey(rotation, leases, audit, unitOfWork, clock);
    }

    @Provides
    @Singleton
    RouteDesk routeDesk(RouteStore routes, ConnectionStore connections, AuditTrail audit, UnitOfWork unitOfWork) {
        return new RouteDesk(routes, connections, audit, unitOfWork, clock);
    }

    @Provides
    @Singleton
    HaltDesk haltDesk(
            Halts halts, ConnectionStore connections, RouteStore routes, AuditTrail audit, UnitOfWork unitOfWork) {
        return new HaltDesk(halts, connections, routes, audit, unitOfWork, clock);
    }

    @Provides
    @Singleton
    CycleStores cycleStores(
            LevelMirror mirror,
            LevelMirrorSink mirrorSink,
            RouteCursors cursors,
            DueRows due,
            LocationStore locations,
            Leases leases) {
        return new CycleStores(mirror, mirrorSink, cursors, due, locations, leases);
    }

    @Provides
    @Singleton
    PlanStores planStores(
            RouteStore routes,
            ConnectionStore connections,
            MappingStore mappings,
            StockStore stocks,
            PlanStore plans,
            CycleStores cycles,
            MergeStores merge,
            Halts halts,
            RulingStores rulings,
            AuditTrail audit,
            UnitOfWork unitOfWork) {
        return new PlanStores(
                routes, connections, mappings, stocks, plans, cycles, merge, halts, rulings, audit, unitOfWork);
    }

    @Provides
    @Singleton
    PlanStock planStock(PlanStores stores, Connectors connectors, PlanFiles files, LevelSpools spools) {
        return new PlanStock(stores, connectors, files, spools, clock);
    }

    @Provides
    @Singleton
    ApproveStockPlan approveStockPlan(PlanStore plans, PlanFiles files, AuditTrail audit, UnitOfWork unitOfWork) {
        return new ApproveStockPlan(plans, files, audit, unitOfWork, clock);
    }

    @Provides
    @Singleton
    ApplyStores applyStores(
            RouteStore routes,
            ConnectionStore connections,
            PlanStore plans,
            StockStore stocks,
            IntentJournal intents,
            PreImageStore preImages,
            RunStore runs,
            SyncLog syncLog,
            AuditTrail audit,
            DueRows due,
            MergeStores merge,
            RouteCursors cursors,
            LocationStore locations,
            ConflictStore conflicts,
            Leases leases,
            Halts halts,
            UnitOfWork unitOfWork) {
        return new ApplyStores(
                routes,
                connections,
                plans,
                stocks,
                intents,
                preImages,
                runs,
                syncLog,
                audit,
                due,
                merge,
                cursors,
                locations,
                conflicts,
                leases,
                halts,
                unitOfWork);
    }

    @Provides
    @Singleton
    ApplyStockPlan applyStockPlan(ApplyStores stores, Connectors connectors, PlanFiles files) {
        return new ApplyStockPlan(stores, connectors, files, clock);
    }

    @Provides
    @Singleton
    SettleMerge settleMerge(ApplyStores stores) {
        return new SettleMerge(stores, clock);
    }

    @Provides
    @Singleton
    SyncStock syncStock(PlanStock planStock, ApplyStockPlan applyStockPlan) {
        return new SyncStock(planStock, applyStockPlan);
    }

    @Provides
    @Singleton
    RouteComparison routeComparison(PlanStores stores, Connectors connectors, LevelSpools spools) {
        return new RouteComparison(stores, connectors, spools, clock);
    }

    @Provides
    @Singleton
    ValidateRoute validateRoute(
            RouteComparison comparison, VariantShelves shelves, ValidationStore store, UnitOfWork unitOfWork) {
        return new ValidateRoute(comparison, shelves, store, unitOfWork, clock);
    }
}
