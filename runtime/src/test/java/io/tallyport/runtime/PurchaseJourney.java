package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.Discrepancy;
import io.tallyport.core.purchasing.DiscrepancyStore;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder.Ending;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Purchase orders over real HTTP and a real database: one live consignment with exact lines, whatever goes wrong on the way. */
abstract class PurchaseJourney {

    private static final ConnectionId STORE = new ConnectionId("store");
    private static final int SEEDS = Boolean.getBoolean("tallyport.thorough") ? 100 : 4;
    private static final int FAULTS_EACH = 3;
    private static final int ROUNDS = Boolean.getBoolean("tallyport.thorough") ? 200 : 24;
    private static final int MOST_TRIES = 100_000;

    /** What happens to calls; a write may also land when its caller has given up. */
    private static final List<String> FAULTS = List.of(
            "\"method\":\"POST\",\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"cut-after\"}",
            "\"method\":\"POST\",\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"cut-before\"}",
            "\"method\":\"POST\",\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"late\",\"millis\":300}",
            "\"method\":\"PUT\",\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"cut-after\"}",
            "\"pathContains\":\"/bulk\"},\"do\":{\"kind\":\"cut-after\"}",
            "\"pathContains\":\"/bulk\"},\"do\":{\"kind\":\"late\",\"millis\":300}",
            "\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"status\",\"status\":502}",
            "\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"html\"}");

    @TempDir
    Path directory;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    /** Makes the database one that nobody has used. */
    abstract void clear();

    private SandboxHouse house(String name) throws IOException {
        clear();
        Path place = Files.createTempDirectory(directory, name);
        Map<String, String> variables = new HashMap<>(environment());
        variables.put("TALLYPORT_SYNC_ANSWER_SECONDS", "1");
        variables.put("TALLYPORT_HTTP_TRIES", "1");
        SandboxHouse house = new SandboxHouse(
                Tallyport.builder().dataDirectory(place).environment(variables),
                place,
                SandboxSettings.defaults().withSkus(60).withWideLimits());
        connect(house);
        return house;
    }

    private static void connect(SandboxHouse house) {
        house.tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                STORE,
                                new Platform("lightspeed-x"),
                                house.sandbox.xseriesDomainPrefix(),
                                URI.create(house.sandbox.xseriesBaseUrl()),
                                Environment.SANDBOX,
                                AccessMode.READ_WRITE,
                                Map.of("token", new Secret(house.sandbox.xseriesToken())),
                                Map.of()),
                        "tester");
        try (ConnectorSession session = house.tallyport.connectors().open(STORE)) {
            ExternalId supplier = session.port(SupplierSource.class)
                    .orElseThrow()
                    .suppliers()
                    .get(0)
                    .id();
            map(house, PartnerKind.SUPPLIER, "Seed Co", supplier);
            map(house, PartnerKind.OUTLET, "Main", new ExternalId(house.sandbox.xseriesOutlet()));
        }
    }

    private static void map(SandboxHouse house, PartnerKind kind, String name, ExternalId id) {
        house.tallyport.purchasing().stores().partners().put(new PartnerMapping(STORE, kind, name, id));
    }

    /** Articles that one item alone bears. */
    private static List<String> skus(SandboxHouse house) {
        return StreamSupport.stream(house.get("levels").path("xseries").spliterator(), false)
                .map(row -> row.path("sku").asText())
                .filter(sku -> !sku.isBlank())
                .distinct()
                .limit(3)
                .toList();
    }

    private static PurchaseOrder approved(SandboxHouse house, List<PurchaseLine> lines) {
        PurchasingParts purchasing = house.tallyport.purchasing();
        OrderDraft draft =
                new OrderDraft(Optional.empty(), STORE, ConsignmentKind.SUPPLIER, "Seed Co", "Main", "", lines);
        PurchaseOrder order = purchasing.create().create(draft, "buyer");
        return purchasing.approve().approve(order.id(), "chief").order();
    }

    private static PurchaseLine line(String sku, String quantity) {
        return PurchaseLine.of(new Sku(sku), Quantity.parse(quantity), Optional.of(UnitCost.parse("2.50")));
    }

    private static void work(SandboxHouse house) {
        house.tallyport
                .queue()
                .staff()
                .hire(QueueStaff.Contract.of("test"))
                .worker()
                .runUntilIdle();
    }

    private static PurchaseOrder now(SandboxHouse house, PurchaseOrder order) {
        return house.tallyport.purchasing().book().require(order.id());
    }

    private static BigDecimal stock(SandboxHouse house, String sku) {
        return StreamSupport.stream(house.get("levels").path("xseries").spliterator(), false)
                .filter(row -> row.path("sku").asText().equals(sku))
                .map(row -> new BigDecimal(row.path("level").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode consignments(SandboxHouse house) {
        return house.get("consignments").path("consignments");
    }

    @Test
    void anApprovedOrderIsCarriedOverReceivedThereAndComesBack() throws IOException {
        try (SandboxHouse house = house("journey")) {
            List<String> skus = skus(house);
            PurchaseOrder order = approved(house, List.of(line(skus.get(0), "10"), line(skus.get(1), "4")));
            BigDecimal before = stock(house, skus.get(0));
            assertThat(house.tallyport.purchasing().sync().plan(order.id())).hasSize(3);

            work(house);

            assertThat(now(house, order).state()).isEqualTo(PurchaseState.SUBMITTED);
            house.post(
                    "consignments/receive",
                    "{\"consignment\":\"" + order.id() + "\",\"goods\":{\"" + skus.get(0) + "\":10,\"" + skus.get(1)
                            + "\":3},\"complete\":true}");
            assertThat(house.tallyport.purchasing().poll().poll(STORE, "tester").read())
                    .isEqualTo(1);
            assertThat(now(house, order).state()).isEqualTo(PurchaseState.RECEIVED);
            assertThat(house.tallyport.purchasing().stores().discrepancies().open(10))
                    .extracting(DiscrepancyStore.Kept::discrepancy)
                    .extracting(Discrepancy::kind, Discrepancy::expected, Discrepancy::found)
                    .containsExactly(tuple(Discrepancy.Kind.SHORT, "4", "3"));
            assertThat(stock(house, skus.get(0)).subtract(before)).isEqualByComparingTo("10");
        }
    }

    @Test
    void anOrderWithALineThatNoItemBearsIsHeldAndNothingOfItIsSent() throws IOException {
        try (SandboxHouse house = house("held")) {
            PurchaseOrder order = approved(house, List.of(line(skus(house).get(0), "1"), line("NO-SUCH-ARTICLE", "1")));

            work(house);

            assertThat(now(house, order).hold().orElseThrow().code()).isEqualTo("LS002");
            assertThat(now(house, order).hold().orElseThrow().reason()).contains("NO-SUCH-ARTICLE");
            assertThat(consignments(house)).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> thereIsOneLiveConsignmentWithExactLinesWhateverWentWrong() {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> isExact(new Random(seed), seed)));
    }

    private void isExact(Random random, long seed) throws IOException {
        try (SandboxHouse house = house("seed-" + seed)) {
            List<String> skus = skus(house);
            PurchaseOrder order =
                    approved(house, List.of(line(skus.get(0), "10"), line(skus.get(1), "4"), line(skus.get(2), "0.5")));
            post(house, random, FAULTS_EACH);

            inStep(house, order);

            assertExact(house, order, skus);
        }
    }

    @Test
    void twoThreadsOnOneOrderMakeOneLiveConsignmentWithExactLines() throws IOException {
        try (SandboxHouse house = house("two")) {
            List<String> skus = skus(house);
            Random random = new Random(ROUNDS);
            for (int round = 0; round < ROUNDS; round++) {
                PurchaseOrder order = approved(
                        house, List.of(line(skus.get(0), "10"), line(skus.get(1), "4"), line(skus.get(2), "0.5")));
                // Every third round the two have only each other to fear.
                post(house, random, round % 3);

                Racers.race(2, number -> {
                    inStep(house, order);
                    return number;
                });

                assertExact(house, order, skus);
            }
        }
    }

    private static void post(SandboxHouse house, Random random, int faults) {
        for (int i = 0; i < faults; i++) {
            String fault = FAULTS.get(random.nextInt(FAULTS.size()));
            house.post("faults", "[{\"on\":{\"platform\":\"xseries\"," + fault + "}]");
        }
    }

    private static void assertExact(SandboxHouse house, PurchaseOrder order, List<String> skus) {
        List<JsonNode> live = StreamSupport.stream(consignments(house).spliterator(), false)
                .filter(one -> one.path("reference").asText().equals(order.id().value()))
                .filter(one -> !one.path("status").asText().equals("CANCELLED"))
                .toList();
        assertThat(live).hasSize(1);
        JsonNode lines = live.get(0).path("lines");
        assertThat(lines).as(lines.toString()).hasSize(3);
        assertThat(lines.path(skus.get(0)).path("count").asText()).isEqualTo("10.00000");
        assertThat(lines.path(skus.get(1)).path("count").asText()).isEqualTo("4.00000");
        assertThat(lines.path(skus.get(2)).path("count").asText()).isEqualTo("0.50000");
        assertThat(live.get(0).path("status").asText()).isEqualTo("SENT");
        assertThat(live.get(0).path("id").asText())
                .isEqualTo(now(house, order).link().orElseThrow().consignment().value());
        assertThat(now(house, order).state()).isEqualTo(PurchaseState.SUBMITTED);
        assertThat(now(house, order).hold()).isEmpty();
        assertThat(house.tallyport.purchasing().stores().log().of(order.id()))
                .extracting(PurchaseEvent::kind)
                .doesNotContain(PurchaseEvent.Kind.HELD);
    }

    /** Again and again, as workers would, until nothing is left to do. */
    private static void inStep(SandboxHouse house, PurchaseOrder order) {
        boolean done = false;
        String last = "";
        for (int tries = 0; !done && tries < MOST_TRIES; tries++) {
            try {
                var result = house.tallyport.purchasing().sync().sync(order.id(), "worker");
                done = result.ending() == Ending.IN_STEP;
                last = result.message();
                assertThat(result.ending()).as(last).isNotEqualTo(Ending.HELD);
            } catch (PortException again) {
                last = again.describe();
            }
        }
        assertThat(done).as(last).isTrue();
    }
}
