package io.tallyport.runtime;

import io.tallyport.core.access.TokenDesk;
import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.RotateMasterKey;
import io.tallyport.core.connection.RouteDesk;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.SettingStore;
import io.tallyport.core.doctor.Doctor;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.ExplainStock;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.PushStock;
import io.tallyport.core.inventory.SettleMerge;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.job.JobQueue;
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

    /** Stops remote writes, and lets them through again. */
    public HaltParts halts() {
        return parts.halts();
    }

    /** SKUs: which are one, which do not fit, what people say about them. */
    public SkuMappingParts skus() {
        return parts.skuMapping();
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
        return database.storesOver(caller).jobs().queue();
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

    /** Rollback of runs, backup and restore of levels. */
    public UndoParts undo() {
        return parts.undo();
    }

    /** Says what is missing, broken or about to end. */
    public Doctor doctor() {
        return parts.doctor();
    }

    /** Compares what both ends of a route have and show. */
    public ValidationParts validation() {
        return parts.validation();
    }

    /** Stored plans, and what they were made from. */
    public PlanParts plans() {
        return parts.plans();
    }

    /** Rules, and rows that wait for a person. */
    public RulingParts rulings() {
        return parts.rulings();
    }

    /** Says why a number is what it is. */
    public ExplainStock explainStock() {
        return parts.explainStock();
    }

    /** Runs, what became of each row, who did what. */
    public HistoryParts history() {
        return parts.history();
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
