package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.counting.CountConsent;
import io.tallyport.core.counting.CountErrors;
import io.tallyport.core.counting.CountPlan;
import io.tallyport.core.counting.CountReference;
import io.tallyport.core.counting.CountResult;
import io.tallyport.core.counting.CountResult.Ending;
import io.tallyport.core.counting.CountRow;
import io.tallyport.core.counting.CountedLine;
import io.tallyport.core.counting.StockCount;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stocktakes over real HTTP and a real database: what was counted becomes the stock, and nothing else changes. */
abstract class CountJourney {

    private static final ConnectionId STORE = new ConnectionId("store");
    private static final CountReference REFERENCE = new CountReference("CNT-2026-001");
    private static final int MOST_TRIES = 100_000;

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
        variables.put("TALLYPORT_COUNT_LISTING_SECONDS", "1");
        variables.put("TALLYPORT_HTTP_TRIES", "1");
        SandboxHouse house = new SandboxHouse(
                Tallyport.builder().dataDirectory(place).environment(variables),
                place,
                SandboxSettings.defaults().withSkus(60).withWideLimits());
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
        for (ConnectionId connection : List.of(STORE, SandboxHouse.TILL)) {
            house.tallyport
                    .purchasing()
                    .stores()
                    .partners()
                    .put(new PartnerMapping(
                            connection, PartnerKind.OUTLET, "Main", new ExternalId(house.sandbox.xseriesOutlet())));
        }
        return house;
    }

    private static Stream<JsonNode> rows(SandboxHouse house) {
        return StreamSupport.stream(house.get("levels").path("xseries").spliterator(), false);
    }

    /** All levels of the outlet by product. */
    private static Map<String, String> levels(SandboxHouse house) {
        return rows(house)
                .collect(Collectors.toMap(
                        row -> row.path("productId").asText(),
                        row -> row.path("level").asText()));
    }

    /** Articles that one item alone bears and that are there, by SKU. */
    private static Map<String, JsonNode> articles(SandboxHouse house) {
        Map<String, JsonNode> articles = new TreeMap<>();
        Set<String> several = new HashSet<>();
        rows(house).forEach(row -> {
            String sku = row.path("sku").asText();
            if (articles.put(sku, row) != null) {
                several.add(sku);
            }
        });
        articles.keySet().removeAll(several);
        articles.values()
                .removeIf(row -> !row.path("level").asText().matches("[1-9][0-9]*")
                        || row.path("sku").asText().isBlank());
        return articles;
    }

    /** Three articles: one more than there is, as many as there are, and none. */
    private static StockCount count(SandboxHouse house, ConnectionId connection) {
        List<JsonNode> some = articles(house).values().stream().limit(3).toList();
        List<CountedLine> lines =
                List.of(line(some.get(0), 1), line(some.get(1), 0), new CountedLine(sku(some.get(2)), Quantity.ZERO));
        return new StockCount(connection, REFERENCE, "Main", "", lines, false);
    }

    private static Sku sku(JsonNode row) {
        return new Sku(row.path("sku").asText());
    }

    private static CountedLine line(JsonNode row, long more) {
        return new CountedLine(
                sku(row), Quantity.parse(row.path("level").asText()).plus(Quantity.of(more)));
    }

    private static CountResult start(SandboxHouse house, StockCount count) {
        return house.tallyport.purchasing().counts().start().start(count, "tester");
    }

    private static CountResult complete(SandboxHouse house, StockCount count, CountConsent consent) {
        return house.tallyport.purchasing().counts().complete().complete(count, consent, "tester");
    }

    /** Again and again, as a person would, until it does not wait any more. */
    private static CountResult rest(SandboxHouse house, Supplier<CountResult> step) {
        Optional<CountResult> result = Optional.empty();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                result = Optional.of(step.get());
                if (result.get().ending() != Ending.WAITING) {
                    return result.get();
                }
                house.sandbox.clock().advance(Duration.ofSeconds(1));
            } catch (PortException again) {
                result = Optional.empty();
            }
        }
        throw new AssertionError("it waits for ever: " + result);
    }

    private static JsonNode consignments(SandboxHouse house) {
        return house.get("consignments").path("consignments");
    }

    private static void isDone(SandboxHouse house, StockCount count, Map<String, String> before) {
        Map<String, String> products = new HashMap<>();
        rows(house)
                .forEach(row -> products.put(
                        row.path("sku").asText(), row.path("productId").asText()));
        Map<String, String> wanted = new HashMap<>(before);
        count.lines()
                .forEach(line -> wanted.put(
                        products.getOrDefault(line.sku().value(), ""),
                        line.counted().toString()));
        assertThat(levels(house)).isEqualTo(wanted);
        assertThat(consignments(house)).hasSize(1);
        assertThat(consignments(house).path(0).path("status").asText()).isEqualTo("STOCKTAKE_COMPLETE");
    }

    @Test
    void aListIsPlannedEnteredAndBecomesTheStockOnce() throws IOException {
        try (SandboxHouse house = house("journey")) {
            StockCount count = count(house, STORE);
            Map<String, String> before = levels(house);
            CountPlan plan = house.tallyport.purchasing().counts().plan().planNew(count);
            assertThat(plan.rows())
                    .extracting(CountRow::change)
                    .containsExactly(CountRow.Change.SMALL, CountRow.Change.NONE, CountRow.Change.TO_ZERO);
            assertThat(consignments(house)).isEmpty();

            assertThat(start(house, count).ending()).isEqualTo(Ending.WAITING);
            assertThat(rest(house, () -> start(house, count)).ending()).isEqualTo(Ending.COUNTED);
            assertThat(levels(house)).isEqualTo(before);
            assertThat(house.tallyport
                            .purchasing()
                            .counts()
                            .show()
                            .show(STORE, REFERENCE)
                            .live()
                            .get(0)
                            .lines())
                    .hasSize(3);
            assertThat(complete(house, count, CountConsent.NONE).code()).contains(CountErrors.NO_CONSENT);
            assertThat(levels(house)).isEqualTo(before);

            assertThat(complete(house, count, plan.needed()).ending()).isEqualTo(Ending.DONE);
            isDone(house, count, before);
            assertThat(start(house, count).ending()).isEqualTo(Ending.DONE);
            assertThat(complete(house, count, plan.needed()).ending()).isEqualTo(Ending.DONE);
            isDone(house, count, before);
        }
    }

    @Test
    void lostAnswersMakeNoSecondCountAndNoSecondCompletion() throws IOException {
        try (SandboxHouse house = house("lost")) {
            StockCount count = count(house, STORE);
            Map<String, String> before = levels(house);
            fault(house, "\"method\":\"POST\",\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"cut-after\"}");
            assertThat(rest(house, () -> start(house, count)).ending()).isEqualTo(Ending.COUNTED);
            assertThat(consignments(house)).hasSize(1);
            fault(house, "\"method\":\"PUT\",\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"cut-after\"}");

            CountResult done = rest(house, () -> complete(house, count, new CountConsent(1, 0)));

            assertThat(done.ending()).as(done.message()).isEqualTo(Ending.DONE);
            isDone(house, count, before);
        }
    }

    @Test
    void aLateCreateIsWaitedForAndLeavesOneCount() throws IOException {
        try (SandboxHouse house = house("late")) {
            StockCount count = count(house, STORE);
            fault(
                    house,
                    "\"method\":\"POST\",\"pathContains\":\"/consignments\"},\"do\":{\"kind\":\"late\",\"millis\":300}");

            assertThat(rest(house, () -> start(house, count)).ending()).isEqualTo(Ending.COUNTED);

            assertThat(consignments(house)).hasSize(1);
        }
    }

    @Test
    void aProductThatSomebodyPutIntoTheCountKeepsItsStock() throws IOException {
        try (SandboxHouse house = house("foreign")) {
            StockCount count = count(house, STORE);
            Map<String, String> before = levels(house);
            rest(house, () -> start(house, count));
            String foreign = articles(house).keySet().stream()
                    .skip(count.lines().size())
                    .findFirst()
                    .orElseThrow();
            house.post("consignments/line", "{\"consignment\":\"" + REFERENCE + "\",\"sku\":\"" + foreign + "\"}");

            CountResult held = rest(house, () -> complete(house, count, new CountConsent(1, 0)));

            assertThat(held.code()).contains(CountErrors.OTHER_PRODUCTS);
            assertThat(levels(house)).isEqualTo(before);
            assertThat(house.tallyport
                            .purchasing()
                            .counts()
                            .cancel()
                            .cancel(STORE, REFERENCE, "tester")
                            .ending())
                    .isEqualTo(Ending.CALLED_OFF);
            assertThat(levels(house)).isEqualTo(before);
        }
    }

    @Test
    void aPlatformWithoutSuchCountsSaysSo() throws IOException {
        try (SandboxHouse house = house("till")) {
            StockCount count = count(house, SandboxHouse.TILL);

            assertThat(start(house, count).code()).contains(CountErrors.CANNOT);
            assertThat(house.tallyport
                            .purchasing()
                            .counts()
                            .plan()
                            .planNew(count)
                            .hold())
                    .map(CountPlan.Hold::code)
                    .contains(CountErrors.CANNOT);
        }
    }

    private static void fault(SandboxHouse house, String what) {
        house.post("faults", "[{\"on\":{\"platform\":\"xseries\"," + what + "}]");
    }
}
