package io.tallyport.runtime;

import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.RotateMasterKey;
import io.tallyport.core.connection.RouteDesk;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.SettingStore;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.Doctor;
import io.tallyport.core.inventory.ExplainStock;
import io.tallyport.core.inventory.LevelMirror;
import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PruneHistory;
import io.tallyport.core.inventory.ResolveConflicts;
import io.tallyport.core.inventory.RouteCursors;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.rule.RuleDesk;
import jakarta.inject.Inject;
import java.time.Clock;

/** Everything a started Tallyport hands out. */
record Parts(
        ConnectionDesk connectionDesk,
        AuthorizeConnection authorizeConnection,
        RotateMasterKey rotateMasterKey,
        ConnectionStore connections,
        RouteDesk routeDesk,
        RouteStore routes,
        Connectors connectors,
        SettingStore settings,
        KillSwitch killSwitch,
        MappingStore mappings,
        PlanStock planStock,
        ApproveStockPlan approveStockPlan,
        ApplyStockPlan applyStockPlan,
        SyncStock syncStock,
        Doctor doctor,
        PlanFiles planFiles,
        PlanStore plans,
        RouteCursors routeCursors,
        LevelMirror mirror,
        RuleDesk ruleDesk,
        ConflictInbox conflicts,
        ResolveConflicts resolveConflicts,
        ExplainStock explainStock,
        PruneHistory pruneHistory,
        RunStore runs,
        SyncLog syncLog,
        AuditTrail audit,
        ApiLog apiLog,
        Clock clock) {

    @Inject
    Parts {}
}
