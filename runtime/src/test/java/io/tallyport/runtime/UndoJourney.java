package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Halted;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.undo.BackUpStock;
import io.tallyport.core.inventory.undo.RestoreStock;
import io.tallyport.core.inventory.undo.RollBackRun;
import io.tallyport.core.inventory.undo.StockBackup;
import io.tallyport.core.inventory.undo.VerifyRollback;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Undoing from end to end, on each database: what nobody changed is set back, what somebody changed is not touched. */
abstract class UndoJourney {

    private static final SandboxSettings SHOPS =
            SandboxSettings.defaults().withSkus(300).withWideLimits();
    private static final int SEEDS = 1;
    private static final int THOROUGH_SEEDS = 60;
    private static final int MOST_ORDERS = 25;

    @TempDir
    Path directory;

    private SandboxHouse house;
    private int files;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    @BeforeEach
    void open() {
        house = new SandboxHouse(
                Tallyport.builder().dataDirectory(directory).environment(environment()), directory, SHOPS);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** What happens to the shop from outside while an undo is planned and applied. */
    private static final class Outside {
        private final Random random;
        private final List<String> skus;
        private final Map<String, Integer> sold = new HashMap<>();

        Outside(long seed, List<PlanRow> written) {
            random = new Random(seed);
            skus = written.stream().map(PlanRow::key).toList();
        }

        /** The next few orders and sales, of which the till's make no difference to the shop. */
        void happens(SandboxHouse house, int most) {
            for (int left = random.nextInt(most + 1); left > 0; left--) {
                String sku = skus.get(random.nextInt(skus.size()));
                if (random.nextInt(3) == 0) {
                    house.post("sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
                } else {
                    house.post("orders", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
                    sold.merge(sku, 1, Integer::sum);
                }
            }
        }

        int sold(PlanRow row) {
            return sold.getOrDefault(row.key(), 0);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatNobodyChangedIsSetBackAndNothingElseIsTouched() {
        int seeds = Boolean.getBoolean("tallyport.thorough") ? THOROUGH_SEEDS : SEEDS;
        return IntStream.range(0, seeds).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> round(seed)));
    }

    private void round(long seed) {
        house.tallyport.halts().desk().resume(SandboxHouse.ROUTE, "owner");
        Path baseline = approved(house.plan());
        List<PlanRow> rows = written(baseline);
        Run run = house.apply(baseline).run();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);

        Outside before = new Outside(seed, rows);
        before.happens(house, seed == 0 ? 0 : MOST_ORDERS);
        Path undo = approved(rollBack(run));
        before.happens(house, seed == 0 ? 0 : MOST_ORDERS);
        Outside during = new Outside(seed + 1_000, rows);
        CompletableFuture<Void> customers =
                CompletableFuture.runAsync(() -> during.happens(house, seed == 0 ? 0 : MOST_ORDERS));
        house.apply(undo);
        customers.join();

        Map<ExternalId, Quantity> now = shop(rows);
        for (PlanRow row : rows) {
            Quantity level = now.get(row.targetItem().orElseThrow());
            Quantity was = row.remote().orElseThrow();
            Quantity set = row.desired().orElseThrow();
            Quantity later = Quantity.of(during.sold(row));
            if (before.sold(row) > 0) {
                assertThat(level)
                        .as("%s was ordered since, seed %d", row.key(), seed)
                        .isEqualTo(set.minus(Quantity.of(before.sold(row))).minus(later));
            } else {
                assertThat(level)
                        .as("%s was %s, set to %s, ordered %s meanwhile, seed %d", row.key(), was, set, later, seed)
                        .isIn(later.isZero() ? List.of(was) : List.of(was.minus(later), set.minus(later)));
            }
        }
        isToldBy(house.tallyport.undo().verify().verify(run.id().value()), rows, now);
    }

    private static void isToldBy(VerifyRollback.Answer answer, List<PlanRow> rows, Map<ExternalId, Quantity> now) {
        long restored = rows.stream()
                .filter(row -> row.remote()
                        .orElseThrow()
                        .equals(now.get(row.targetItem().orElseThrow())))
                .count();
        assertThat(answer.restored()).isEqualTo(restored);
        assertThat(answer.others()).hasSize((int) (rows.size() - restored));
    }

    @Test
    void aProcessKilledInTheMiddleOfAnUndoIsRunAgainAndNoOrderIsUndone() throws Exception {
        Path baseline = approved(house.plan());
        List<PlanRow> rows = written(baseline);
        Run run = house.apply(baseline).run();
        Path undo = approved(rollBack(run));
        house.post("faults", """
            [{"on":{"platform":"shopify","bodyContains":"inventorySetQuantities"},
              "do":{"kind":"slow","millis":60000}}]\
            """);
        Process child = child(undo);
        while (house.get("faults").findValue("hit").asLong() == 0) {
            assertThat(child.isAlive()).as("still on its way").isTrue();
        }
        child.destroyForcibly().waitFor();
        Outside orders = new Outside(7, rows);
        Map<ExternalId, Quantity> atDeath = shop(rows);
        orders.happens(house, MOST_ORDERS);

        applyWhenFree(undo);

        assertThat(house.apply(undo).already() || house.apply(undo).run().state() != RunState.FAILED)
                .isTrue();
        Map<ExternalId, Quantity> now = shop(rows);
        for (PlanRow row : rows) {
            ExternalId item = row.targetItem().orElseThrow();
            Quantity sold = Quantity.of(orders.sold(row));
            Quantity expected = sold.isZero()
                    ? row.remote().orElseThrow()
                    : Objects.requireNonNull(atDeath.get(item)).minus(sold);
            assertThat(now.get(item)).as(row.key()).isEqualTo(expected);
        }
        assertThat(house.tallyport.history().runs().recent(5)).noneMatch(each -> each.state() == RunState.RUNNING);
    }

    @Test
    void aWholeShopIsBackedUpAndRestoredAndTheRouteWaitsMeanwhile() {
        Path file = directory.resolve("shop-backup.json");
        StockBackup backup = house.tallyport
                .undo()
                .backUp()
                .backUp(new BackUpStock.Request(SandboxHouse.WEB, List.of(), file, "owner"), Progress.NONE);
        assertThat(backup.isComplete()).isTrue();
        assertThat(backup.parts()).hasSizeGreaterThan(1);
        Path baseline = approved(house.plan());
        List<PlanRow> rows = written(baseline);
        house.apply(baseline);

        Path restore = directory.resolve("restore.json");
        house.tallyport
                .undo()
                .restore()
                .plan(
                        new RestoreStock.Request(file, Optional.empty(), Optional.empty(), restore, "owner"),
                        Progress.NONE);
        assertThat(house.tallyport.halts().store().find(Halted.of(SandboxHouse.ROUTE)))
                .isPresent();
        assertThatThrownBy(house::plan)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        paused -> assertThat(paused.context().code()).contains(PlanErrors.PAUSED));
        house.apply(approved(restore));

        Map<ExternalId, Quantity> now = shop(rows);
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(now.get(row.targetItem().orElseThrow()))
                        .as(row.key())
                        .isEqualTo(row.remote().orElseThrow()));
    }

    @Test
    void theTillCanBeBackedUpToo() {
        StockBackup backup = house.tallyport
                .undo()
                .backUp()
                .backUp(
                        new BackUpStock.Request(
                                SandboxHouse.TILL, List.of(), directory.resolve("till-backup.json"), "owner"),
                        Progress.NONE);

        assertThat(backup.rows()).isGreaterThan(200);
    }

    private Path rollBack(Run run) {
        Path file = directory.resolve("undo-" + ++files + ".json");
        house.tallyport
                .undo()
                .rollBack()
                .plan(new RollBackRun.Request(run.id(), Optional.empty(), file, "owner"), Progress.NONE);
        return file;
    }

    private Path approved(Path file) {
        StockPlan plan = house.open(file);
        if (plan.isHeld() || plan.counts().held() > 0) {
            house.tallyport
                    .approveStockPlan()
                    .approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "looked at it"));
        }
        return file;
    }

    private List<PlanRow> written(Path file) {
        return house.rows(file).stream()
                .filter(row -> row.action() == Action.SET)
                .toList();
    }

    /** What the shop has now of these rows. */
    private Map<ExternalId, Quantity> shop(List<PlanRow> rows) {
        Map<ExternalId, Quantity> now = new HashMap<>();
        try (var session = house.tallyport.connectors().open(SandboxHouse.WEB)) {
            InventorySource shop = session.port(InventorySource.class).orElseThrow();
            ExternalId location = house.tallyport
                    .routes()
                    .find(SandboxHouse.ROUTE)
                    .orElseThrow()
                    .target()
                    .location();
            for (StockLevel level : shop.levelsOf(
                    location,
                    rows.stream().map(row -> row.targetItem().orElseThrow()).toList())) {
                now.put(level.item(), level.available().orElseThrow());
            }
        }
        return now;
    }

    private void applyWhenFree(Path file) {
        List<Run> done = new ArrayList<>();
        while (done.isEmpty()) {
            try {
                done.add(house.apply(file).run());
            } catch (PortException.Rejected busy) {
                assertThat(busy.context().code()).contains(PlanErrors.BUSY);
            }
        }
    }

    private Process child(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ApplyInChild.class.getName(),
                directory.toString(),
                file.toString());
        builder.environment().putAll(environment());
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile())
                .start();
    }
}
