package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.LevelSpools;
import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PlanStores;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.PushStock;
import io.tallyport.core.inventory.UndoPlanner;
import io.tallyport.core.inventory.WholeRead;
import io.tallyport.core.inventory.undo.BackUpStock;
import io.tallyport.core.inventory.undo.BackupFiles;
import io.tallyport.core.inventory.undo.RestoreStock;
import io.tallyport.core.inventory.undo.RollBackRun;
import io.tallyport.core.inventory.undo.VerifyRollback;
import java.time.Clock;

/** The use cases for when something went wrong: setting stock back, and pushing some of it at once. */
final class UndoModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(BackupFiles.class).toInstance(new JsonBackupFiles());
    }

    @Provides
    @Singleton
    UndoPlanner undoPlanner(PlanStores stores, Connectors connectors, PlanFiles files, Clock clock) {
        return new UndoPlanner(stores, connectors, files, clock);
    }

    @Provides
    @Singleton
    PushStock pushStock(
            PlanStores stores,
            RunStore runs,
            SyncLog log,
            Connectors connectors,
            PlanFiles files,
            ApplyStockPlan applyStockPlan,
            Clock clock) {
        return new PushStock(stores, runs, log, connectors, files, applyStockPlan, clock);
    }

    @Provides
    @Singleton
    RollBackRun rollBackRun(
            RunStore runs, PlanStore plans, IntentJournal intents, PreImageStore preImages, UndoPlanner planner) {
        return new RollBackRun(runs, plans, intents, preImages, planner);
    }

    @Provides
    @Singleton
    VerifyRollback verifyRollback(
            RunStore runs, PlanStore plans, IntentJournal intents, PreImageStore preImages, Connectors connectors) {
        return new VerifyRollback(runs, plans, intents, preImages, connectors);
    }

    @Provides
    @Singleton
    BackUpStock backUpStock(
            ConnectionStore connections,
            Connectors connectors,
            LevelSpools spools,
            BackupFiles files,
            AuditTrail audit,
            Clock clock) {
        return new BackUpStock(connections, connectors, new WholeRead(spools, clock), files, audit, clock);
    }

    @Provides
    @Singleton
    RestoreStock restoreStock(BackupFiles files, ConnectionStore connections, RouteStore routes, UndoPlanner planner) {
        return new RestoreStock(files, connections, routes, planner);
    }
}
