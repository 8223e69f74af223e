package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.PortException;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from end to end, on each database: real HTTP, real files, real processes. */
abstract class StockJourney {

    private static final SandboxSettings SHOPS =
            SandboxSettings.defaults().withSkus(300).withWideLimits();

    @TempDir
    Path directory;

    private final List<SandboxHouse> houses = new ArrayList<>();

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    private SandboxHouse house() {
        SandboxHouse house = new SandboxHouse(
                Tallyport.builder().dataDirectory(directory).environment(environment()), directory, SHOPS);
        houses.add(house);
        return house;
    }

    @AfterEach
    void closeAll() {
        houses.forEach(SandboxHouse::close);
    }

    private void approve(SandboxHouse house, Path file) {
        house.tallyport
                .approveStockPlan()
                .approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "first baseline"));
    }

    private static PlanRow firstSet(SandboxHouse house, Path file) {
        return house.rows(file).stream()
                .filter(row -> row.action() == Action.SET && row.reason() == Reason.CHANGED)
                .filter(row -> row.remote().orElseThrow().signum() > 0)
                .filter(row -> row.local()
                                .orElseThrow()
                                .minus(row.remote().orElseThrow())
                                .signum()
                        > 0)
                .findFirst()
                .orElseThrow();
    }

    private void assertInSync(SandboxHouse house) {
        StockPlan plan = house.open(house.plan());
        assertThat(plan.header().complete()).isTrue();
        assertThat(plan.counts().changes()).isZero();
        assertThat(plan.counts().unchanged())
                .isEqualTo(plan.counts().eligible())
                .isGreaterThan(200);
    }

    private static void sell(SandboxHouse house, String path, String sku) {
        house.post(path, "{\"sku\":\"" + sku + "\",\"quantity\":1}");
    }

    @Test
    void aBaselineIsHeldThenApprovedThenAppliedAndASaleFollows() {
        SandboxHouse house = house();
        Path file = house.plan();
        assertThat(house.open(file).isHeld()).isTrue();
        assertThatThrownBy(() -> house.apply(file))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(PlanErrors.HELD));
        String sku = firstSet(house, file).key();
        approve(house, file);
        Run run = house.apply(file).run();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertInSync(house);
        sell(house, "sales", sku);
        Path next = house.plan();
        assertThat(house.open(next).counts().changes()).isEqualTo(1);
        assertThat(house.apply(next).run().state()).isEqualTo(RunState.COMPLETED);
        assertInSync(house);
        assertThat(house.tallyport.history().syncLog().about(sku, 10)).hasSize(2);
    }

    @Test
    void aPlanIsAppliedOnceAndAnAlteredOneNever() throws IOException {
        SandboxHouse house = house();
        Path file = house.plan();
        approve(house, file);
        house.apply(file);
        long writes = writes(house);
        assertThat(house.apply(file).already()).isTrue();
        assertThat(writes(house)).isEqualTo(writes);
        Files.writeString(file, Files.readString(file).replaceFirst("\"remote\":", "\"remote\": "));
        assertThatThrownBy(() -> house.apply(file)).hasMessageContaining("altered");
    }

    private static long writes(SandboxHouse house) {
        return shopify(house).path("writesHandled").asLong();
    }

    private static JsonNode shopify(SandboxHouse house) {
        return house.get("counters").path("shopify");
    }

    @Test
    void mixedFaultsEndInStepWithoutADoubleEffect() {
        SandboxHouse house = house();
        house.post("faults", """
            [{"on":{"platform":"rseries"},"after":2,"do":{"kind":"status","status":503}},
             {"on":{"platform":"rseries"},"after":4,"do":{"kind":"html"}},
             {"on":{"platform":"shopify"},"after":3,"do":{"kind":"status","status":502}},
             {"on":{"platform":"shopify"},"after":5,"do":{"kind":"cut-after"}},
             {"on":{"platform":"shopify","bodyContains":"inventorySetQuantities"},"do":{"kind":"cut-after"}},
             {"on":{"platform":"shopify","bodyContains":"inventorySetQuantities"},"after":3,
              "do":{"kind":"late","millis":300}}]\
            """);
        for (int round = 0; round < 6 && !house.open(house.plan()).header().complete(); round++) {
            assertThat(round).as("rounds until a read is complete").isLessThan(5);
        }
        Path file = house.plan();
        approve(house, file);
        RunState state = RunState.RUNNING;
        for (int round = 0; round < 6 && state != RunState.COMPLETED; round++) {
            state = house.apply(file).run().state();
        }
        assertThat(state).isEqualTo(RunState.COMPLETED);
        assertInSync(house);
    }

    @Test
    void aStopReachesARunningInstallationAtItsNextWrite() {
        SandboxHouse house = house();
        Path file = house.plan();
        approve(house, file);
        house.tallyport.halts().killSwitch().stop(new KillSwitch.Stop(Instant.now(), "owner", "stocktaking"));
        Run run = house.apply(file).run();
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(run.message()).contains("stocktaking");
        assertThat(writes(house)).isZero();
        house.tallyport.halts().killSwitch().resume();
        assertThat(house.apply(file).run().state()).isEqualTo(RunState.COMPLETED);
        assertInSync(house);
    }

    @Test
    void aProcessKilledWhileItsWriteIsUnderwayLeavesNothingDoubledOrLost() throws Exception {
        SandboxHouse house = house();
        Path file = house.plan();
        approve(house, file);
        house.post("faults", """
            [{"on":{"platform":"shopify","bodyContains":"inventorySetQuantities"},
              "do":{"kind":"slow","millis":60000}}]\
            """);
        Process child = child(file);
        await(() -> shopify(house).path("writesHandled").asLong() >= 1);
        child.destroyForcibly().waitFor();
        PlanRow sold = firstSet(house, file);
        sell(house, "orders", sold.key());
        sell(house, "sales", sold.key());
        Run run = applyWhenFree(house, file);
        assertThat(run.state())
                .as(run + " " + house.tallyport.history().syncLog().about(sold.key(), 10))
                .isEqualTo(RunState.COMPLETED);
        assertThat(house.tallyport.history().runs().recent(5)).noneMatch(each -> each.state() == RunState.RUNNING);
        assertInSync(house);
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
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile());
        return builder.start();
    }

    /** A killed process holds the location until its lease has ended. */
    private static Run applyWhenFree(SandboxHouse house, Path file) {
        List<ApplyStockPlan.Result> results = new ArrayList<>();
        await(() -> {
            try {
                results.add(house.apply(file));
                return true;
            } catch (PortException.Rejected busy) {
                assertThat(busy.context().code()).contains(PlanErrors.BUSY);
                house.get("clock");
                return false;
            }
        });
        return results.get(0).run();
    }

    /** Asks over and over, each time over HTTP or the database, until it is so. */
    private static void await(java.util.function.BooleanSupplier condition) {
        for (int i = 0; i < 2_000_000; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it never came");
    }
}
