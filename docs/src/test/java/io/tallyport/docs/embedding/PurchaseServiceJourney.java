package io.tallyport.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.purchasing.sync.RemoteConsignments;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import io.tallyport.docs.embedding.StockService.Account;
import io.tallyport.persistence.DatabaseSettings;
import io.tallyport.runtime.QueueStaff;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.TallyportBuilder;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's own orders in the shop's own tables, carried to the stand-in of an X-Series store over real HTTP. */
abstract class PurchaseServiceJourney {

    private static final ConnectionId STORE = new ConnectionId("store");
    private static final Sku BAGS = new Sku("DBAG-00004-10L");
    private static final Sku TRAYS = new Sku("TRAY-00003-XL");

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(60).withWideLimits());

    @TempDir
    Path directory;

    /** Where the database is, as a process is told it; empty for the embedded one. */
    abstract Map<String, String> environment();

    abstract DatabaseSettings database(Path data);

    Path data() {
        return directory.resolve("data");
    }

    private TallyportBuilder builder() {
        return Tallyport.builder().dataDirectory(data()).environment(environment());
    }

    private Connection connection() throws SQLException {
        DatabaseSettings settings = database(data());
        Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        connection.setAutoCommit(false);
        return connection;
    }

    @BeforeEach
    void tables() throws SQLException {
        // Of the embedded database the program makes the file, with a password of its own.
        builder().start().close();
        ShopTables.anew(connection());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private PurchaseService service() {
        return new PurchaseService(builder());
    }

    private Account account() {
        return new Account(
                sandbox.xseriesDomainPrefix(),
                URI.create(sandbox.xseriesBaseUrl()),
                Environment.SANDBOX,
                new Secret(sandbox.xseriesToken()));
    }

    private PurchaseService connected() {
        PurchaseService service = service();
        service.connect(account());
        try (ConnectorSession session = service.tallyport().connectors().open(STORE)) {
            SupplierSource suppliers = session.port(SupplierSource.class).orElseThrow();
            service.map(
                    PartnerKind.SUPPLIER,
                    "Seed Co",
                    suppliers.suppliers().get(0).id().value());
        }
        service.map(PartnerKind.OUTLET, "Main", sandbox.xseriesOutlet());
        return service;
    }

    private static List<PurchaseLine> lines() {
        return List.of(
                PurchaseLine.of(BAGS, Quantity.of(10), Optional.of(UnitCost.parse("2.50"))),
                PurchaseLine.of(TRAYS, Quantity.of(4), Optional.empty()));
    }

    private static int jobs(Tallyport tallyport, PurchaseOrder order) {
        JobFilter ofTheOrder = new JobFilter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.of("po:" + order.id()), Optional.empty(), false);
        return tallyport
                .queue()
                .history()
                .list(ofTheOrder, Optional.empty(), 10)
                .items()
                .size();
    }

    /** The store has the order once, with exactly its lines, and it has been sent. */
    private void isAtTheStore(Tallyport tallyport, PurchaseOrder order) {
        assertThat(order.state()).isEqualTo(PurchaseState.SUBMITTED);
        assertThat(order.syncDue()).isFalse();
        List<Consignment> live = live(tallyport, order);
        assertThat(live).hasSize(1);
        assertThat(live.get(0).state()).isEqualTo(ConsignmentState.SENT);
        assertThat(live.get(0).id()).isEqualTo(order.link().orElseThrow().consignment());
        assertThat(live.get(0).lines())
                .extracting(ConsignmentLine::product, ConsignmentLine::ordered)
                .containsExactlyInAnyOrder(
                        tuple(item(tallyport, BAGS), Quantity.of(10)), tuple(item(tallyport, TRAYS), Quantity.of(4)));
    }

    private List<Consignment> live(Tallyport tallyport, PurchaseOrder order) {
        try (ConnectorSession session = tallyport.connectors().open(STORE)) {
            ConsignmentSource source = session.port(ConsignmentSource.class).orElseThrow();
            ExternalId outlet = new ExternalId(sandbox.xseriesOutlet());
            return source
                    .withReference(ConsignmentKind.SUPPLIER, outlet, order.id().value())
                    .stream()
                    .filter(ConsignmentHeader::isLive)
                    .map(header -> source.read(header.id()).orElseThrow())
                    .toList();
        }
    }

    private static ExternalId item(Tallyport tallyport, Sku sku) {
        try (RemoteConsignments remote = RemoteConsignments.open(tallyport.connectors(), STORE)) {
            Map<Sku, Set<ExternalId>> found = remote.items().itemsOf(List.of(sku));
            return found.getOrDefault(sku, Set.of()).iterator().next();
        }
    }

    @Test
    void anApprovalAndItsJobCommitOrVanishTogether() throws SQLException {
        try (PurchaseService service = connected();
                Connection connection = connection()) {
            PurchaseOrder order = service.write("Seed Co", "Main", lines());
            assertThat(order.state()).isEqualTo(PurchaseState.DRAFT);

            service.approve(connection, order.id(), "chief");
            connection.rollback();
            service.work();
            assertThat(service.order(order.id())).isEqualTo(order);
            assertThat(jobs(service.tallyport(), order)).isZero();
            assertThat(live(service.tallyport(), order)).isEmpty();

            service.approve(connection, order.id(), "chief");
            assertThat(jobs(service.tallyport(), order)).isZero();
            connection.commit();
            assertThat(service.order(order.id()).state()).isEqualTo(PurchaseState.APPROVED);
            assertThat(jobs(service.tallyport(), order)).isEqualTo(1);
            service.work();
            isAtTheStore(service.tallyport(), service.order(order.id()));
        }
    }

    @Test
    void killedBeforeTheCommitNeitherIsThereAndKilledAfterItBothAre() throws Exception {
        PurchaseOrderId id;
        try (PurchaseService service = connected()) {
            id = service.write("Seed Co", "Main", lines()).id();
        }

        dies(id, ApproveInChild.BEFORE);
        try (PurchaseService service = service()) {
            assertThat(service.order(id).state()).isEqualTo(PurchaseState.DRAFT);
            assertThat(jobs(service.tallyport(), service.order(id))).isZero();
        }

        dies(id, ApproveInChild.AFTER);
        try (PurchaseService service = service()) {
            assertThat(service.order(id).state()).isEqualTo(PurchaseState.APPROVED);
            service.work();
            isAtTheStore(service.tallyport(), service.order(id));
        }
    }

    private void dies(PurchaseOrderId id, String when) throws IOException, InterruptedException, SQLException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ApproveInChild.class.getName(),
                data().toString(),
                id.value(),
                when);
        builder.environment().putAll(environment());
        DatabaseSettings settings = database(data());
        builder.environment().put(ApproveInChild.URL, settings.url());
        builder.environment().put(ApproveInChild.USER, settings.user());
        builder.environment().put(ApproveInChild.PASSWORD, settings.password());
        Process child = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve(when + ".log").toFile())
                .start();
        assertThat(child.waitFor()).isEqualTo(ApproveInChild.DEAD);
    }

    /** A shop that keeps its orders somewhere else entirely. */
    private static OwnDatabase.Connections elsewhere() throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        OwnDatabase.Connections connections = () -> DriverManager.getConnection(url, "shop", "");
        ShopTables.anew(connections.open());
        return connections;
    }

    @Test
    void ordersInAnotherDatabaseAreFoundByLooking() throws SQLException {
        // The account is connected by the one service, whose orders are none.
        connected().close();
        try (PolledPurchases purchases = new PolledPurchases(builder(), elsewhere())) {
            Tallyport tallyport = purchases.tallyport();
            PurchaseOrder first = written(tallyport);
            PurchaseOrder second = written(tallyport);
            purchases.approve(first.id());

            assertThat(jobs(tallyport, first)).isZero();
            assertThat(purchases.look())
                    .extracting(one -> one.result().map(SyncPurchaseOrder.Result::ending))
                    .containsExactly(Optional.of(SyncPurchaseOrder.Ending.IN_STEP));
            isAtTheStore(tallyport, tallyport.purchasing().book().require(first.id()));
            assertThat(purchases.look()).isEmpty();

            purchases.approve(second.id());
            assertThat(purchases.ask(STORE)).isEqualTo(1);
            assertThat(purchases.ask(STORE)).isEqualTo(1);
            tallyport
                    .queue()
                    .staff()
                    .hire(QueueStaff.Contract.of("1.0"))
                    .worker()
                    .runUntilIdle();
            isAtTheStore(tallyport, tallyport.purchasing().book().require(second.id()));
            assertThat(purchases.ask(STORE)).isZero();
        }
    }

    private static PurchaseOrder written(Tallyport tallyport) {
        return tallyport
                .purchasing()
                .create()
                .create(
                        new OrderDraft(
                                Optional.empty(), STORE, ConsignmentKind.SUPPLIER, "Seed Co", "Main", "", lines()),
                        "buyer");
    }

    @Test
    void aProgramWithoutTheStoreRefusesTheOrdersAndLeavesTheirJobsAlone() throws SQLException {
        PurchaseOrderId id;
        try (PurchaseService service = connected();
                Connection connection = connection()) {
            id = service.write("Seed Co", "Main", lines()).id();
            service.approve(connection, id, "chief");
            connection.commit();
        }

        try (Tallyport other = builder().start()) {
            assertThatThrownBy(() -> other.purchasing().book().require(id))
                    .isInstanceOfSatisfying(
                            PortException.Rejected.class,
                            refused -> assertThat(refused.context().code()).contains(PurchaseErrors.KEPT_ELSEWHERE))
                    .hasMessageContaining("shop");
            assertThatThrownBy(() -> other.purchasing().pending().due(10)).isInstanceOf(PortException.Rejected.class);
            other.queue().staff().hire(QueueStaff.Contract.of("1.0")).worker().runUntilIdle();
        }

        try (PurchaseService service = service()) {
            service.work();
            isAtTheStore(service.tallyport(), service.order(id));
        }
    }

    @Test
    void whereTallyportHasOrdersAlreadyNobodyElseKeepsThem() {
        try (Tallyport tallyport = builder().start()) {
            tallyport
                    .purchasing()
                    .stores()
                    .orders()
                    .add(
                            new OrderDraft(
                                    Optional.empty(), STORE, ConsignmentKind.SUPPLIER, "Seed Co", "Main", "", lines()),
                            "buyer",
                            tallyport.clock().instant());
        }

        assertThatThrownBy(this::service)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(PurchaseErrors.KEPT_HERE));
    }
}
