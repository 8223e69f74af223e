package io.tallyport.persistence;

import io.tallyport.core.access.ApiTokens;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KeyRotation;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.connection.SettingStore;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.UnsettledIntents;
import io.tallyport.core.inventory.RulingStores;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.core.purchasing.receiving.PollMarks;

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

    /** What has been done, and what is past. */
    public HistoryStores history() {
        return new HistoryStores(transactions);
    }

    /** The write journal. */
    public IntentJournal intents() {
        return new JooqIntentJournal(transactions);
    }

    /** Writes whose outcome is not known. */
    public UnsettledIntents unsettledIntents() {
        return new JooqIntentJournal(transactions);
    }

    /** Which items are one. */
    public MappingStore mappings() {
        return new JooqMappingStore(transactions);
    }

    /** Which pairs people have rejected. */
    public RejectionStore rejections() {
        return new JooqRejectionStore(transactions);
    }

    /** Plans, levels, and what was found about them. */
    public InventoryStores inventory() {
        return new InventoryStores(transactions);
    }

    /** What people have laid down, and what waits for them. */
    public RulingStores rulings() {
        JooqConflicts conflicts = new JooqConflicts(transactions);
        return new RulingStores(
                new JooqRuleStore(transactions), new JooqItemCategories(transactions), conflicts, conflicts);
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

    /** The queue, who works on it and what comes again and again. */
    public JobStores jobs() {
        return new JobStores(transactions, clock);
    }

    /** How far the consignments of each connection have been read. */
    public PollMarks pollMarks() {
        return new JooqPollMarks(transactions);
    }

    /** Hooks, and which topics are to be subscribed to. */
    public WebhookStores webhooks() {
        return new WebhookStores(transactions);
    }

    /** Tokens of the HTTP API. */
    public ApiTokens apiTokens() {
        return new JooqApiTokens(transactions);
    }
}
