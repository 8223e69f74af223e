package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.Coverage;
import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.RouteCursor;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.kernel.Progress;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cycles over a shop of two thousand SKUs: real HTTP, real files, each database. */
abstract class CycleJourney {

    private static final int SOLD = 50;
    private static final int MOST_REQUESTS = 10;
    private static final SandboxSettings SHOPS =
            SandboxSettings.defaults().withSkus(2_000).withWideLimits();

    @TempDir
    Path directory;

    private SandboxHouse house;
    private List<String> sellable = List.of();
    private int plans;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    @BeforeEach
    void twoShopsInStep() {
        house = new SandboxHouse(
                Tallyport.builder().dataDirectory(directory).environment(environment()), directory, SHOPS);
        Path baseline = house.plan();
        sellable = house.rows(baseline).stream()
                .filter(row -> row.action() == Action.SET && row.reason() != Reason.FRACTIONAL)
                .filter(row -> row.local().orElseThrow().signum() > 0)
                .map(PlanRow::key)
                .limit(SOLD)
                .toList();
        house.tallyport
                .approveStockPlan()
                .approve(new ApproveStockPlan.Request(baseline, Set.of(), "owner", "first baseline"));
        assertThat(house.apply(baseline).run().state()).isEqualTo(RunState.COMPLETED);
        // What it wrote comes back as changes of the shop, and after a while no more.
        sync();
        house.post("clock", "{\"advanceSeconds\":60}");
        sync();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SyncStock.Result sync() {
        Path file = directory.resolve("sync-" + ++plans + ".json");
        return house.tallyport
                .syncStock()
                .sync(
                        new PlanStock.Request(SandboxHouse.ROUTE, file, false, PlanReading.CHANGED, "tester"),
                        false,
                        0,
                        Progress.NONE);
    }

    private long requests() {
        JsonNode counters = house.get("counters");
        return counters.path("rseries").path("requests").asLong()
                + counters.path("shopify").path("requests").asLong();
    }

    private void sell() {
        sellable.forEach(sku -> house.post("sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}"));
    }

    @Test
    void fiftySalesCostTenRequestsAtMostAndTheShopIsRightAfterwards() {
        sync();
        sell();
        long before = requests();

        SyncStock.Result result = sync();

        assertThat(requests() - before).isLessThanOrEqualTo(MOST_REQUESTS);
        Coverage coverage = result.plan().header().coverage();
        assertThat(coverage.kind()).as(coverage.because()).isEqualTo(Coverage.Kind.CYCLE);
        assertThat(result.plan().counts().changes()).isEqualTo(SOLD);
        assertThat(result.applied().orElseThrow().run().state()).isEqualTo(RunState.COMPLETED);
        StockPlan whole = house.open(house.plan());
        assertThat(whole.header().complete()).isTrue();
        assertThat(whole.counts().changes()).isZero();
    }

    @Test
    void aRouteTellsWhenItsLastPlansWere() {
        sync();

        RouteCursor cursor =
                house.tallyport.plans().cursors().find(SandboxHouse.ROUTE).orElseThrow();
        assertThat(cursor.lastFull()).isPresent();
        assertThat(cursor.lastCycle()).isPresent();
    }

    @Test
    void aWebOrderIsHeldAgainstTheTillItself() {
        sync();
        house.post("orders", "{\"sku\":\"" + sellable.get(0) + "\",\"quantity\":1}");

        StockPlan plan = sync().plan();

        assertThat(plan.header().coverage().isFull()).isFalse();
        assertThat(plan.counts().changes()).isEqualTo(1);
        assertThat(house.open(house.plan()).counts().changes()).isZero();
    }
}
