package io.tallyport.runtime;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.JobHandlers;
import io.tallyport.core.job.JobType;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import io.tallyport.core.webhook.WebhookHandler;
import io.tallyport.core.webhook.WebhookHandlers;
import io.tallyport.persistence.Database;
import io.tallyport.persistence.DatabaseInfo;
import io.tallyport.persistence.DatabaseSettings;
import io.tallyport.persistence.MasterKey;
import io.tallyport.persistence.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects what a Tallyport is started with. Everything has a default: the embedded database under {@code ~/.tallyport},
 * the process's environment, the system's clock.
 */
public final class TallyportBuilder {

    /** A server's database whose schema is older than the program. */
    public static final ErrorCode PENDING = new ErrorCode(
            "TP030",
            "The database's schema is older than this program",
            "back it up with: tallyport db backup FILE, then: tallyport db migrate");

    private Path dataDirectory = Path.of(System.getProperty("user.home"), ".tallyport");
    private Map<String, String> environment = System.getenv();
    private Clock clock = Clock.systemUTC();
    private final Map<String, String> overrides = new HashMap<>();
    private final List<Connector> connectors = new ArrayList<>();
    private JobHandlers jobs = JobHandlers.NONE;
    private WebhookHandlers webhooks = WebhookHandlers.NONE;
    private Optional<OwnOrders> ownOrders = Optional.empty();

    TallyportBuilder() {}

    /** Where the embedded database, its key and {@code .env} are, and reads while they go on. */
    public TallyportBuilder dataDirectory(Path directory) {
        dataDirectory = directory;
        return this;
    }

    /** The variables to read {@code TALLYPORT_*} settings from, in place of the process's own. */
    public TallyportBuilder environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    /** Uses a MariaDB server in place of the embedded database. */
    public TallyportBuilder mariaDb(String jdbcUrl, String user, String password) {
        overrides.put("TALLYPORT_DB_URL", jdbcUrl);
        overrides.put("TALLYPORT_DB_USER", user);
        overrides.put("TALLYPORT_DB_PASSWORD", password);
        return this;
    }

    public TallyportBuilder clock(Clock other) {
        clock = other;
        return this;
    }

    /** Adds a platform of the embedding service's own. */
    public TallyportBuilder connector(Connector connector) {
        connectors.add(connector);
        return this;
    }

    /**
     * Adds a job type of the embedding service's own.
     *
     * @throws IllegalArgumentException when one of that name has been added
     */
    public <T> TallyportBuilder job(JobType<T> type, JobHandler<T> handler) {
        jobs = jobs.with(type, handler);
        return this;
    }

    /**
     * Adds a handler of the embedding service's own for webhooks of one topic.
     *
     * @throws IllegalArgumentException when the topic has one already
     */
    public TallyportBuilder webhook(WebhookHandlers.Topic topic, WebhookHandler handler) {
        webhooks = webhooks.with(topic, handler);
        return this;
    }

    /**
     * Has the embedding service keep the purchase orders itself, in place of Tallyport. A store whose tables stand in Tallyport's
     * database works on them by the {@link OwnTables} it is given, and so takes part in Tallyport's transactions; one that keeps its
     * orders elsewhere leaves that aside, and takes part in none.
     *
     * <p>The database remembers it: programs of the installation that do not have the store, such as the command line, refuse to touch
     * orders ({@link io.tallyport.core.purchasing.PurchaseErrors#KEPT_ELSEWHERE}), and their workers leave the jobs of orders to those
     * that have it.
     *
     * @param keeper what the service is called, 1 to 60 characters; for messages
     * @param store makes the store; called once, in {@link #start}, which refuses when Tallyport has orders in its own tables already
     */
    public TallyportBuilder purchaseOrders(String keeper, Function<OwnTables, ? extends PurchaseOrderStore> store) {
        ownOrders = Optional.of(new OwnOrders(keeper, store));
        return this;
    }

    /**
     * Opens the database, brings an embedded or empty one up to date, and wires the use cases.
     *
     * @throws IllegalArgumentException when settings are wrong, with all of them named
     * @throws PortException when the database cannot be reached, is newer than this program, or is a server's with
     *     migrations pending: those are run on purpose, after a backup
     */
    public Tallyport start() {
        Map<String, String> dotEnv = DotEnv.read(dataDirectory.resolve(".env"));
        Settings early = Settings.load(variables(), dotEnv, Map.of());
        Database database = open(early);
        try {
            bringUpToDate(database, early);
            Stores stores = database.stores();
            Settings settings =
                    Settings.load(variables(), dotEnv, stores.settings().all());
            Parts parts = Guice.createInjector(
                            Stage.PRODUCTION,
                            new StoresModule(stores),
                            new ConnectorsModule(settings.remote(), connectors),
                            new UseCasesModule(clock, dataDirectory),
                            new DoctorModule(),
                            new RulingModule(clock, dataDirectory, settings.retention()),
                            new UndoModule(),
                            new SkuMappingModule(clock),
                            new PurchasingModule(
                                    clock,
                                    settings.purchasing(),
                                    OwnOrders.in(database, ownOrders, settings),
                                    ownOrders.map(own -> "own-").orElse("")),
                            new CountingModule(clock, settings.counting()),
                            new QueueModule(settings.queue(), jobs, dataDirectory),
                            new WebhookModule(settings.webhooks(), webhooks))
                    .getInstance(Parts.class);
            return new Tallyport(parts, settings, database);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** Opens the database alone and changes nothing in it: to look at it, migrate it, or back it up. */
    public Database openDatabase() {
        return open(Settings.load(variables(), DotEnv.read(dataDirectory.resolve(".env")), Map.of()));
    }

    private Database open(Settings settings) {
        DatabaseSettings database = settings.isEmbedded()
                ? DatabaseSettings.embedded(dataDirectory)
                : DatabaseSettings.mariadb(
                        settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
        MasterKey key = settings.masterKey()
                .map(MasterKey::fromEnvironment)
                .orElseGet(() -> MasterKey.inDirectory(dataDirectory));
        return Database.open(database.withPoolSize(settings.poolSize()), key);
    }

    private static void bringUpToDate(Database database, Settings settings) {
        DatabaseInfo info = database.info();
        if (info.pending().isEmpty()) {
            return;
        }
        if (!settings.isEmbedded() && info.schemaVersion().isPresent()) {
            throw new PortException.Rejected(
                    FailureContext.of("start").withCode(PENDING),
                    "migrations are pending: " + String.join(", ", info.pending()));
        }
        database.migrate();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(overrides);
        return variables;
    }
}
