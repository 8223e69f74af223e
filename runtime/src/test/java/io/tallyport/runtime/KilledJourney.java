package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed at each step of planning and applying, on each database: run again, they end in the same state. */
abstract class KilledJourney {

    /** Enough for several writes. */
    private static final SandboxSettings SHOPS =
            SandboxSettings.defaults().withSkus(700).withWideLimits();

    private static final int REPEATS = 5;

    @TempDir
    Path directory;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    /** What the normal build tries on this database; each takes as long as a dead process's lease. */
    abstract List<KillPoint> inShort();

    /** Makes the database one that nobody has used. */
    abstract void clear();

    @TestFactory
    Stream<DynamicTest> killedAndRunAgainItEndsInStepWithoutADoubleEffect() {
        boolean thorough = Boolean.getBoolean("tallyport.thorough");
        Stream<KillPoint> points = thorough
                ? IntStream.range(0, REPEATS).boxed().flatMap(each -> Stream.of(KillPoint.values()))
                : inShort().stream();
        return points.map(point -> DynamicTest.dynamicTest(point.name(), () -> isMended(point)));
    }

    private void isMended(KillPoint point) throws Exception {
        clear();
        Path place = Files.createTempDirectory(directory, "killed");
        try (SandboxHouse house = house(place)) {
            Path file = point.isWhilePlanning() ? place.resolve("killed.json") : approved(house);
            house.post("faults", point.fault());
            Process child = child(point.isWhilePlanning() ? PlanInChild.class : ApplyInChild.class, place, file);
            awaitHeldUp(house, child);
            child.destroyForcibly().waitFor();

            if (point.isWhilePlanning()) {
                assertThat(file).doesNotExist();
                assertThat(house.tallyport.plans().store().recent(1)).isEmpty();
                file = approvedWhenFree(house);
            }
            sellOnBothSides(house, file);
            assertThat(applyWhenFree(house, file).run().state()).isEqualTo(RunState.COMPLETED);
            assertInStep(house);
        }
    }

    @Test
    void ofTwoProcessesOnOnePlanOneWinsAndTheOtherSaysWhy() throws Exception {
        clear();
        try (SandboxHouse house = house(directory)) {
            Path file = approved(house);
            house.post("faults", """
                [{"on":{"platform":"shopify","bodyContains":"inventorySetQuantities"},
                  "do":{"kind":"slow","millis":3000}}]\
                """);
            Process winner = child(ApplyInChild.class, directory, file);
            awaitHeldUp(house, winner);

            assertThatThrownBy(() -> house.apply(file))
                    .isInstanceOfSatisfying(
                            PortException.Rejected.class,
                            busy -> assertThat(busy.context().code()).contains(PlanErrors.BUSY));

            assertThat(winner.waitFor()).isZero();
            assertThat(house.apply(file).already()).isTrue();
            assertThat(house.tallyport.history().runs().recent(5)).hasSize(1);
            assertInStep(house);
        }
    }

    private SandboxHouse house(Path place) {
        return new SandboxHouse(Tallyport.builder().dataDirectory(place).environment(environment()), place, SHOPS);
    }

    private static void awaitHeldUp(SandboxHouse house, Process process) {
        while (house.get("faults").findValue("hit").asLong() == 0) {
            assertThat(process.isAlive()).as("still on its way").isTrue();
        }
    }

    private static Path approved(SandboxHouse house) {
        Path file = house.plan();
        house.tallyport.approveStockPlan().approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "counted"));
        return file;
    }

    private Process child(Class<?> main, Path place, Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                place.toString(),
                file.toString());
        builder.environment().putAll(environment());
        return builder.redirectErrorStream(true)
                .redirectOutput(place.resolve("child.log").toFile())
                .start();
    }

    /** One whose figure is to be written even so; one unit apart, both sales would leave the planned figure right. */
    private static void sellOnBothSides(SandboxHouse house, Path file) {
        String sku = house.rows(file).stream()
                .filter(row -> row.action() == Action.SET && row.reason() == Reason.CHANGED)
                .filter(row -> row.remote().orElseThrow().signum() > 0)
                .filter(row -> row.local()
                                .orElseThrow()
                                .minus(row.remote().orElseThrow())
                                .minus(Quantity.of(1))
                                .signum()
                        > 0)
                .map(PlanRow::key)
                .findFirst()
                .orElseThrow();
        house.post("orders", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
        house.post("sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
    }

    private static Path approvedWhenFree(SandboxHouse house) {
        while (true) {
            try {
                return approved(house);
            } catch (PortException.Rejected busy) {
                assertThat(busy.context().code()).contains(PlanErrors.READING);
            }
        }
    }

    private static ApplyStockPlan.Result applyWhenFree(SandboxHouse house, Path file) {
        List<ApplyStockPlan.Result> results = new ArrayList<>();
        while (results.isEmpty()) {
            try {
                results.add(house.apply(file));
            } catch (PortException.Rejected busy) {
                assertThat(busy.context().code()).contains(PlanErrors.BUSY);
            }
        }
        return results.get(0);
    }

    private static void assertInStep(SandboxHouse house) {
        StockPlan plan = house.open(house.plan());
        assertThat(plan.header().complete()).isTrue();
        assertThat(plan.counts().changes()).isZero();
        assertThat(plan.counts().unchanged())
                .isEqualTo(plan.counts().eligible())
                .isGreaterThan(400);
        assertThat(house.tallyport.history().runs().recent(5)).noneMatch(run -> run.state() == RunState.RUNNING);
    }
}
