package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.access.ApiTokens;
import io.tallyport.core.access.ApiTokensContract;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.MappingStoreContract;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.catalog.mapping.RejectionStoreContract;
import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.conflict.ConflictsContract;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.BudgetLedgerContract;
import io.tallyport.core.connection.BudgetReading;
import io.tallyport.core.connection.BudgetReport;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectionStoreContract;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.HaltsContract;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.KillSwitchContract;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.LocationStoreContract;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.RouteStoreContract;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.connection.SecretStoreContract;
import io.tallyport.core.connection.SettingStore;
import io.tallyport.core.connection.SettingStoreContract;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.history.ApiLogContract;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.AuditTrailContract;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.RunStoreContract;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.history.SyncLogContract;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentJournalContract;
import io.tallyport.core.intent.UnsettledIntents;
import io.tallyport.core.intent.UnsettledIntentsContract;
import io.tallyport.core.inventory.CycleStoresContract;
import io.tallyport.core.inventory.DueRows;
import io.tallyport.core.inventory.LevelMirror;
import io.tallyport.core.inventory.LevelMirrorContract;
import io.tallyport.core.inventory.LevelMirrorSink;
import io.tallyport.core.inventory.MergeLevel;
import io.tallyport.core.inventory.MergeLevels;
import io.tallyport.core.inventory.MergeLevelsContract;
import io.tallyport.core.inventory.OpenWrite;
import io.tallyport.core.inventory.OpenWrites;
import io.tallyport.core.inventory.OpenWritesContract;
import io.tallyport.core.inventory.PastStore;
import io.tallyport.core.inventory.PastStoreContract;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.inventory.PlanStoreContract;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.PreImageStoreContract;
import io.tallyport.core.inventory.RouteCursors;
import io.tallyport.core.inventory.StockStore;
import io.tallyport.core.inventory.StockStoreContract;
import io.tallyport.core.inventory.validation.ValidationReports;
import io.tallyport.core.inventory.validation.ValidationStore;
import io.tallyport.core.inventory.validation.ValidationStoreContract;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.LeasesContract;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.SettableClock;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.kernel.UnitOfWorkContract;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import io.tallyport.core.purchasing.PurchaseOrderStoreContract;
import io.tallyport.core.purchasing.PurchaseRecordsContract;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.core.purchasing.receiving.PollMarks;
import io.tallyport.core.purchasing.receiving.PollMarksContract;
import io.tallyport.core.rule.ItemCategories;
import io.tallyport.core.rule.ItemCategoriesContract;
import io.tallyport.core.rule.RuleStore;
import io.tallyport.core.rule.RuleStoreContract;
import io.tallyport.core.webhook.WantedHooks;
import io.tallyport.core.webhook.WantedHooksContract;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookInbox;
import io.tallyport.core.webhook.WebhookInboxContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract kits of all stores, on one database. */
abstract class StoresKit {

    /** Long enough for a row to be added, were it not to wait. */
    private static final Duration BLINK = Duration.ofMillis(300);

    /** No pass mark, only an end for a test that would hang. */
    private static final Duration LONG = Duration.ofSeconds(60);

    abstract TestDatabase db();

    @Nested
    class Units implements UnitOfWorkContract {
        @Override
        public UnitOfWork subject() {
            return db().stores().unitOfWork();
        }

        @Override
        public void put(String key, String value) {
            db().stores().settings().put(key, value);
        }

        @Override
        public Optional<String> get(String key) {
            return db().stores().settings().find(key);
        }
    }

    @Nested
    class LeasesOfTheDatabase implements LeasesContract {
        @BeforeEach
        void start() {
            clock().set(START);
        }

        @Override
        public Leases subject() {
            return db().stores().leases();
        }

        @Override
        public SettableClock clock() {
            return db().clock();
        }
    }

    @Nested
    class Budgets implements BudgetLedgerContract {

        private final Database second = Database.open(
                db().settings(), TestDatabase.KEY, "+05:30", sql -> db().clock().instant());

        @BeforeEach
        void start() {
            clock().set(START);
        }

        @AfterEach
        void close() {
            second.close();
        }

        @Override
        public BudgetLedger subject() {
            return db().stores().budgets();
        }

        @Override
        public BudgetLedger another() {
            return second.stores().budgets();
        }

        @Override
        public SettableClock clock() {
            return db().clock();
        }

        @Test
        void aReservationStaysWhenTheUnitOfWorkAroundItFails() {
            BudgetReading small = new BudgetReading(100, 100, 0.1);

            assertThatThrownBy(() -> db().stores().unitOfWork().inOne((Runnable) () -> {
                        subject().reserve(SHOP, small, BudgetReport.nothing("a"), 90);
                        throw new IllegalStateException("failed");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(another()
                            .reserve(SHOP, small, BudgetReport.nothing("b"), 90)
                            .delay())
                    .isPositive();
        }
    }

    @Nested
    class Validations implements ValidationStoreContract {
        @Override
        public ValidationStore store() {
            return db().stores().inventory().validations();
        }

        @Override
        public ValidationReports reports() {
            return db().stores().inventory().validationReports();
        }
    }

    @Nested
    class KillSwitches implements KillSwitchContract {
        @Override
        public KillSwitch subject() {
            return db().stores().killSwitch();
        }
    }

    @Nested
    class HaltsOfTheDatabase implements HaltsContract {
        @Override
        public Halts subject() {
            return db().stores().halts();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Secrets implements SecretStoreContract {
        @Override
        public SecretStore subject() {
            return db().stores().secrets();
        }
    }

    @Nested
    class ApiCalls implements ApiLogContract {
        @Override
        public ApiLog subject() {
            return db().stores().history().apiLog();
        }
    }

    @Nested
    class Connections implements ConnectionStoreContract {
        @Override
        public ConnectionStore subject() {
            return db().stores().connections();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Routes implements RouteStoreContract {
        @Override
        public RouteStore subject() {
            return db().stores().routes();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Settings implements SettingStoreContract {
        @Override
        public SettingStore subject() {
            return db().stores().settings();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Runs implements RunStoreContract {
        @Override
        public RunStore subject() {
            return db().stores().history().runs();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class SyncEntries implements SyncLogContract {
        @Override
        public SyncLog subject() {
            return db().stores().history().syncLog();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class AuditEntries implements AuditTrailContract {
        @Override
        public AuditTrail subject() {
            return db().stores().history().auditTrail();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Intents implements IntentJournalContract {
        @Override
        public IntentJournal subject() {
            return db().stores().intents();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Mappings implements MappingStoreContract {
        @Override
        public MappingStore subject() {
            return db().stores().mappings();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Rejections implements RejectionStoreContract {
        @Override
        public RejectionStore subject() {
            return db().stores().rejections();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Polls implements PollMarksContract {
        @Override
        public PollMarks marks() {
            return db().stores().pollMarks();
        }

        @Override
        public UnitOfWork transactions() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class PurchaseOrders implements PurchaseOrderStoreContract, PurchaseRecordsContract {
        @Override
        public PurchaseOrderStore subject() {
            return db().stores().purchasing().orders();
        }

        @Override
        public PurchaseStores stores() {
            return db().stores().purchasing();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }

        @Test
        void anAlertIsNotSeenBeforeOneThatWasBegunEarlier() {
            Thread later = new Thread(() -> stores().log().append(alert("later")));
            unitOfWork().inOne(() -> {
                stores().log().append(alert("earlier"));
                later.start();
                assertThat(endsWithin(later, BLINK)).as("the later one waits").isFalse();
            });

            assertThat(endsWithin(later, LONG)).isTrue();
            assertThat(stores().log().alerts(Optional.empty(), 10).events())
                    .extracting(PurchaseEvent::message)
                    .containsExactly("earlier", "later");
        }

        private static PurchaseEvent alert(String message) {
            return PurchaseEvent.of(ONE, PurchaseRecordsContract.AT, PurchaseEvent.Kind.ALERT, message, "clerk");
        }

        private static boolean endsWithin(Thread thread, Duration time) {
            try {
                thread.join(time.toMillis());
                return !thread.isAlive();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    @Nested
    class Plans implements PlanStoreContract {
        @Override
        public PlanStore subject() {
            return db().stores().inventory().plans();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Stock implements StockStoreContract {
        @Override
        public StockStore subject() {
            return db().stores().inventory().stock();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class PreImages implements PreImageStoreContract {
        @Override
        public PreImageStore subject() {
            return db().stores().inventory().preImages();
        }

        @Override
        public IntentJournal intents() {
            return db().stores().intents();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Mirrors implements LevelMirrorContract {
        @Override
        public LevelMirror subject() {
            return db().stores().inventory().mirror();
        }

        @Override
        public LevelMirrorSink sink() {
            return db().stores().inventory().mirrorSink();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Cycles implements CycleStoresContract {
        @Override
        public RouteCursors cursors() {
            return db().stores().inventory().routeCursors();
        }

        @Override
        public DueRows due() {
            return db().stores().inventory().dueRows();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Merges implements MergeLevelsContract, OpenWritesContract {

        @BeforeEach
        void routes() {
            for (RouteId id : List.of(MERGED, OTHER)) {
                db().stores().routes().save(new Route(id, TILL_SHOP, WEB_SHOP, RoutePolicy.mergeDeltas(), true));
            }
        }

        @Override
        public MergeLevels mergeLevels() {
            return db().stores().inventory().merge().levels();
        }

        @Override
        public OpenWrites openWrites() {
            return db().stores().inventory().merge().open();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }

        @Test
        void aRouteTakesWhatWasKeptOfItWithIt() {
            ExternalId item = new ExternalId("i");
            mergeLevels()
                    .put(MERGED, List.of(MergeLevel.baseline(item, item, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO)));
            openWrites().open(List.of(new OpenWrite(TILL_SHOP, item, MERGED, item, "p/1/1")));

            db().stores().routes().remove(MERGED);

            assertThat(mergeLevels().of(MERGED, List.of(item))).isEmpty();
            assertThat(openWrites().of(MERGED)).isEmpty();
        }
    }

    @Nested
    class Rules implements RuleStoreContract {
        @Override
        public RuleStore subject() {
            return db().stores().rulings().rules();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Categories implements ItemCategoriesContract {
        @Override
        public ItemCategories subject() {
            return db().stores().rulings().categories();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Conflicts implements ConflictsContract {
        @Override
        public ConflictStore subject() {
            return db().stores().rulings().conflicts();
        }

        @Override
        public ConflictInbox inbox() {
            return db().stores().rulings().inbox();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class OpenIntents implements UnsettledIntentsContract {
        @Override
        public UnsettledIntents subject() {
            return db().stores().unsettledIntents();
        }

        @Override
        public IntentJournal intents() {
            return db().stores().intents();
        }
    }

    @Nested
    class History implements PastStoreContract {
        @Override
        public PastStore subject() {
            return db().stores().history().past();
        }

        @Override
        public ApiLog apiLog() {
            return db().stores().history().apiLog();
        }

        @Override
        public SyncLog syncLog() {
            return db().stores().history().syncLog();
        }

        @Override
        public RunStore runs() {
            return db().stores().history().runs();
        }

        @Override
        public IntentJournal intents() {
            return db().stores().intents();
        }

        @Override
        public PreImageStore preImages() {
            return db().stores().inventory().preImages();
        }

        @Override
        public PlanStore plans() {
            return db().stores().inventory().plans();
        }

        @Override
        public ConflictStore conflicts() {
            return db().stores().rulings().conflicts();
        }
    }

    @Nested
    class Locations implements LocationStoreContract {
        @Override
        public LocationStore subject() {
            return db().stores().locations();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Webhooks implements WebhookInboxContract, WantedHooksContract {
        @Override
        public WebhookInbox subject() {
            return db().stores().webhooks().inbox();
        }

        @Override
        public WebhookArchive archive() {
            return db().stores().webhooks().archive();
        }

        @Override
        public WantedHooks wanted() {
            return db().stores().webhooks().wanted();
        }

        @Override
        public UnitOfWork unitOfWork() {
            return db().stores().unitOfWork();
        }
    }

    @Nested
    class Tokens implements ApiTokensContract {
        @Override
        public ApiTokens tokens() {
            return db().stores().apiTokens();
        }
    }
}
