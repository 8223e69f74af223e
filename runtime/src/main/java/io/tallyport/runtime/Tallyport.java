package io.tallyport.runtime;

import io.tallyport.core.access.TokenDesk;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.mapping.ConfirmCertain;
import io.tallyport.core.catalog.mapping.ExportMappings;
import io.tallyport.core.catalog.mapping.FindSkuMismatches;
import io.tallyport.core.catalog.mapping.ImportMappings;
import io.tallyport.core.catalog.mapping.MapFromBarcodes;
import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.catalog.mapping.SuggestSkuMappings;
import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.HaltDesk;
import io.tallyport.core.connection.Halts;
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
import io.tallyport.core.inventory.PushStock;
import io.tallyport.core.inventory.ResolveConflicts;
import io.tallyport.core.inventory.RouteCursors;
import io.tallyport.core.inventory.SettleMerge;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.inventory.undo.BackUpStock;
import io.tallyport.core.inventory.undo.BackupFiles;
import io.tallyport.core.inventory.undo.RestoreStock;
import io.tallyport.core.inventory.undo.RollBackRun;
import io.tallyport.core.inventory.undo.VerifyRollback;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.ValidationReports;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.rule.RuleDesk;
import io.tallyport.persistence.Database;
import java.sql.Connection;
import java.time.Clock;

/**
 * A started Tallyport: the use cases and stores of one installation.
 *
 * <p>Starting opens the database and nothing else; a remote platform is first spoken to when a use case needs it.
 * Thread-safe. Close it to give back the database's connections.
 */
public final class Tallyport implements AutoCloseable {

    private final Parts parts;
    private final Settings effective;
    private final Database database;

    Tallyport(Parts parts, Settings effective, Database database) {
        this.parts = parts;
        this.effective = effective;
        this.database = database;
    }

    /** Begins the settings of a system to start. */
    public static TallyportBuilder builder() {
        return new TallyportBuilder();
    }

    /** Adds, changes and removes connections. */
    public ConnectionDesk connectionDesk() {
        return parts.connectionDesk();
    }

    /** Asks the owner of an account for the right to use it. */
    public AuthorizeConnection authorizeConnection() {
        return parts.authorizeConnection();
    }

    /** Encrypts the stored secrets under another master key. */
    public RotateMasterKey rotateMasterKey() {
        return parts.rotateMasterKey();
    }

    public ConnectionStore connections() {
        return parts.connections();
    }

    /** Adds, changes and removes routes. */
    public RouteDesk routeDesk() {
        return parts.routeDesk();
    }

    public RouteStore routes() {
        return parts.routes();
    }

    /** Opens connections, to test them or to list their locations. */
    public Connectors connectors() {
        return parts.connectors();
    }

    /** The settings that the database holds; they count from the next start. */
    public SettingStore settings() {
        return parts.settings();
    }

    /** All settings as they count in this process. */
    public Settings effectiveSettings() {
        return effective;
    }

    /** Stops all remote writes of this installation, and lets them through again. */
    public KillSwitch killSwitch() {
        return parts.killSwitch();
    }

    public MappingStore mappings() {
        return parts.mappings();
    }

    /** Which pairs people have rejected. */
    public RejectionStore rejections() {
        return parts.skuMapping().rejections();
    }

    /** Names what does not fit between a route's catalogues. */
    public FindSkuMismatches findSkuMismatches() {
        return parts.skuMapping().mismatches();
    }

    /** Says which items of a route's catalogues may be one. */
    public SuggestSkuMappings suggestSkuMappings() {
        return parts.skuMapping().suggest();
    }

    /** Keeps what people say about two items. */
    public MappingDesk mappingDesk() {
        return parts.skuMapping().desk();
    }

    /** Maps what is certain. */
    public ConfirmCertain confirmCertain() {
        return parts.skuMapping().confirmCertain();
    }

    /** Maps what bears one barcode. */
    public MapFromBarcodes mapFromBarcodes() {
        return parts.skuMapping().fromBarcodes();
    }

    /** Writes mappings into a file. */
    public ExportMappings exportMappings() {
        return parts.skuMapping().exports();
    }

    /** Takes mappings from a file. */
    public ImportMappings importMappings() {
        return parts.skuMapping().imports();
    }

    /** Jobs, their queue, workers and schedules. */
    public QueueParts queue() {
        return parts.queue();
    }

    /** Purchase orders: made, approved, carried to their platform, received. */
    public PurchasingParts purchasing() {
        return parts.purchasing();
    }

    /** Webhooks: taken in, shown, replayed, subscribed to. */
    public WebhookParts webhooks() {
        return parts.webhooks();
    }

    /** Tokens of the HTTP API. */
    public TokenDesk tokens() {
        return parts.tokens();
    }

    /**
     * The queue inside a transaction that the caller has opened on a connection of its own to this database: the caller's
     * rows and the jobs commit or vanish together. Only enqueue through it, as the last thing before the commit; after it,
     * {@code queue().wake()} wakes the workers of this process.
     *
     * @throws IllegalArgumentException when auto-commit is on
     */
    public JobQueue jobsIn(Connection caller) {
        return database.storesOver(caller).jobQueue();
    }

    public PlanStock planStock() {
        return parts.planStock();
    }

    public ApproveStockPlan approveStockPlan() {
        return parts.approveStockPlan();
    }

    public ApplyStockPlan applyStockPlan() {
        return parts.applyStockPlan();
    }

    public SyncStock syncStock() {
        return parts.syncStock();
    }

    /** Shows writes of a merge that nothing has proven yet, and takes a person's word for them. */
    public SettleMerge settleMerge() {
        return parts.settleMerge();
    }

    /** Syncs some SKUs at once. */
    public PushStock pushStock() {
        return parts.pushStock();
    }

    /** Plans to undo a run. */
    public RollBackRun rollBackRun() {
        return parts.rollBackRun();
    }

    /** Reads back what a run had written. */
    public VerifyRollback verifyRollback() {
        return parts.verifyRollback();
    }

    /** Writes all levels of a connection to a file. */
    public BackUpStock backUpStock() {
        return parts.backUpStock();
    }

    /** Plans to set levels to what a backup says. */
    public RestoreStock restoreStock() {
        return parts.restoreStock();
    }

    public BackupFiles backupFiles() {
        return parts.backupFiles();
    }

    /** Halts single connections and routes, and lets them go on. */
    public HaltDesk haltDesk() {
        return parts.haltDesk();
    }

    public Halts halts() {
        return parts.halts();
    }

    /** Says what is missing, broken or about to end. */
    public Doctor doctor() {
        return parts.doctor();
    }

    /** Compares what both ends of a route have and show. */
    public ValidateRoute validateRoute() {
        return parts.validateRoute();
    }

    /** What validations found. */
    public ValidationReports validationReports() {
        return parts.validationReports();
    }

    public PlanFiles planFiles() {
        return parts.planFiles();
    }

    public PlanStore plans() {
        return parts.plans();
    }

    /** How far each route has planned. */
    public RouteCursors routeCursors() {
        return parts.routeCursors();
    }

    /** What each location's items were when last read. */
    public LevelMirror mirror() {
        return parts.mirror();
    }

    /** Adds, replaces and removes rules. */
    public RuleDesk ruleDesk() {
        return parts.ruleDesk();
    }

    /** Rows that wait for a person. */
    public ConflictInbox conflicts() {
        return parts.conflicts();
    }

    /** Carries out answers to them. */
    public ResolveConflicts resolveConflicts() {
        return parts.resolveConflicts();
    }

    /** Says why a number is what it is. */
    public ExplainStock explainStock() {
        return parts.explainStock();
    }

    /** Removes what is past its time. */
    public PruneHistory pruneHistory() {
        return parts.pruneHistory();
    }

    public RunStore runs() {
        return parts.runs();
    }

    public SyncLog syncLog() {
        return parts.syncLog();
    }

    public AuditTrail audit() {
        return parts.audit();
    }

    public ApiLog apiLog() {
        return parts.apiLog();
    }

    public Clock clock() {
        return parts.clock();
    }

    /** The database itself: its version, its migrations, its backup. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
