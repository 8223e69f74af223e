package io.tallyport.persistence;

import io.tallyport.core.access.ApiTokens;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KeyRotation;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.connection.SettingStore;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.UnsettledIntents;
import io.tallyport.core.inventory.DueRows;
import io.tallyport.core.inventory.LevelMirror;
import io.tallyport.core.inventory.LevelMirrorSink;
import io.tallyport.core.inventory.MergeStores;
import io.tallyport.core.inventory.PastStore;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.RouteCursors;
import io.tallyport.core.inventory.StockStore;
import io.tallyport.core.inventory.validation.ValidationReports;
import io.tallyport.core.inventory.validation.ValidationStore;
import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Workers;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.core.purchasing.receiving.PollMarks;
import io.tallyport.core.rule.ItemCategories;
import io.tallyport.core.rule.RuleStore;
import io.tallyport.core.webhook.WantedHooks;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookInbox;

/**
 * All stores of one database and the unit of work over them.
 *
 * <p>Each method gives a store that costs nothing to make and joins the unit of work that is open on the thread; only
 * the log of remote calls stands outside. A failure of the database that comes out of a store inside a unit of work dooms
 * that unit: it does not commit, even when somebody catches the exception. Thread-safe.
 */
public final class Stores {

    private final Transactions transactions;
    private final MasterKey masterKey;
    private final LeaseClock clock;

    Stores(Transactions transactions, MasterKey masterKey, LeaseClock clock) {
        this.transactions = transactions;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** One transaction over all of them. */
    public UnitOfWork unitOfWork() {
        return transactions;
    }

    /** Leases by the database's clock. */
    public Leases leases() {
        return new JooqLeases(transactions, clock);
    }

    /** Rate budgets that all processes of this database share, by the database's clock. */
    public BudgetLedger budgets() {
        return new JooqBudgetLedger(transactions, clock);
    }

    /** Connections. */
    public ConnectionStore connections() {
        return new JooqConnectionStore(transactions);
    }

    /** Routes. */
    public RouteStore routes() {
        return new JooqRouteStore(transactions);
    }

    /** Settings. */
    public SettingStore settings() {
        return new JooqSettingStore(transactions);
    }

    /** The kill switch of all processes that use this database. */
    public KillSwitch killSwitch() {
        return new JooqKillSwitch(transactions);
    }

    /** Connections and routes that have been halted by themselves. */
    public Halts halts() {
        return new JooqHalts(transactions);
    }

    /** Secrets, encrypted under the master key. */
    public SecretStore secrets() {
        return new JooqSecretStore(transactions, masterKey);
    }

    /** Goes over to another master key. */
    public KeyRotation keyRotation() {
        return new JooqKeyRotation(transactions, masterKey);
    }

    /** Runs. */
    public RunStore runs() {
        return new JooqRunStore(transactions);
    }

    /** What became of each row. */
    public SyncLog syncLog() {
        return new JooqSyncLog(transactions);
    }

    /** Who did what. */
    public AuditTrail auditTrail() {
        return new JooqAuditTrail(transactions);
    }

    /** Remote calls. */
    public ApiLog apiLog() {
        return new JooqApiLog(transactions);
    }

    /** The write journal. */
    public IntentJournal intents() {
        return new JooqIntentJournal(transactions);
    }

    /** Writes whose outcome is not known. */
    public UnsettledIntents unsettledIntents() {
        return new JooqIntentJournal(transactions);
    }

    /** Counts and removes what is past. */
    public PastStore past() {
        return new JooqPastStore(transactions);
    }

    /** Which items are one. */
    public MappingStore mappings() {
        return new JooqMappingStore(transactions);
    }

    /** Which pairs people have rejected. */
    public RejectionStore rejections() {
        return new JooqRejectionStore(transactions);
    }

    /** What decides about plans. */
    public PlanStore plans() {
        return new JooqPlanStore(transactions);
    }

    /** Acknowledged levels and last reads. */
    public StockStore stock() {
        return new JooqStockStore(transactions);
    }

    /** What an undo needs. */
    public PreImageStore preImages() {
        return new JooqPreImageStore(transactions);
    }

    /** What each location's items were when last read. */
    public LevelMirror mirror() {
        return new JooqLevelMirror(transactions);
    }

    /** Writes the mirror. */
    public LevelMirrorSink mirrorSink() {
        return new JooqLevelMirrorSink(transactions);
    }

    /** How far each route has planned. */
    public RouteCursors routeCursors() {
        return new JooqRouteCursors(transactions);
    }

    /** What each route still has to bring into step. */
    public DueRows dueRows() {
        return new JooqDueRows(transactions);
    }

    /** How pairs stand under a merge, and which levels it is writing. */
    public MergeStores merge() {
        return new MergeStores(new JooqMergeLevels(transactions), new JooqOpenWrites(transactions));
    }

    /** What people have laid down. */
    public RuleStore rules() {
        return new JooqRuleStore(transactions);
    }

    /** Which category each item was in. */
    public ItemCategories itemCategories() {
        return new JooqItemCategories(transactions);
    }

    /** Opens, keeps and closes conflicts. */
    public ConflictStore conflicts() {
        return new JooqConflicts(transactions);
    }

    /** Shows conflicts. */
    public ConflictInbox conflictInbox() {
        return new JooqConflicts(transactions);
    }

    /** Validations as they are made. */
    public ValidationStore validations() {
        return new JooqValidationStore(transactions);
    }

    /** Validations that have ended. */
    public ValidationReports validationReports() {
        return new JooqValidationReports(transactions);
    }

    /** Purchase orders and what belongs to them. */
    public PurchaseStores purchasing() {
        return new PurchaseStores(
                new JooqPurchaseOrders(transactions),
                new JooqPurchaseLog(transactions),
                new JooqPartnerMappings(transactions),
                new JooqDiscrepancies(transactions),
                transactions);
    }

    /** What locations each connection listed last. */
    public LocationStore locations() {
        return new JooqLocationStore(transactions);
    }

    /** The queue of all processes that use this database, by its clock. */
    public JobQueue jobQueue() {
        return new JooqJobQueue(transactions, clock);
    }

    /** How far the consignments of each connection have been read. */
    public PollMarks pollMarks() {
        return new JooqPollMarks(transactions);
    }

    /** Keeps the queue moving. */
    public QueueUpkeep queueUpkeep() {
        return new JooqQueueUpkeep(transactions, clock);
    }

    /** Tells whether a claim still counts. */
    public JobFence jobFence() {
        return new JooqJobFence(transactions, clock);
    }

    /** Shows jobs. */
    public JobHistory jobHistory() {
        return new JooqJobHistory(transactions, clock);
    }

    /** What a person does with jobs. */
    public JobDesk jobDesk() {
        return new JooqJobDesk(transactions, clock);
    }

    /** Workers of all processes. */
    public Workers workers() {
        return new JooqWorkers(transactions, clock);
    }

    /** What comes again and again. */
    public Schedules schedules() {
        return new JooqSchedules(transactions, clock);
    }

    /** Takes hooks in. */
    public WebhookInbox webhookInbox() {
        return new JooqWebhookInbox(transactions);
    }

    /** Shows hooks. */
    public WebhookArchive webhookArchive() {
        return new JooqWebhookArchive(transactions);
    }

    /** Which topics are to be subscribed to. */
    public WantedHooks wantedHooks() {
        return new JooqWantedHooks(transactions);
    }

    /** Tokens of the HTTP API. */
    public ApiTokens apiTokens() {
        return new JooqApiTokens(transactions);
    }
}
