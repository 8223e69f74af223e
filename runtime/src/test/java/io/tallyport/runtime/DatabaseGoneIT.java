package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.PortException;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database server goes away while a write is underway, and comes back. */
class DatabaseGoneIT {

    private static final SandboxSettings SHOPS =
            SandboxSettings.defaults().withSkus(120).withWideLimits();

    @TempDir
    Path directory;

    @Test
    void theApplySaysSoAndIsBroughtToItsEndWhenTheServerIsBack() throws Exception {
        try (OwnMariaServer server = OwnMariaServer.start(directory.resolve("server"));
                SandboxHouse house = house(server)) {
            Path file = house.plan();
            house.tallyport
                    .approveStockPlan()
                    .approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "first baseline"));
            house.post("faults", """
                [{"on":{"platform":"shopify","bodyContains":"inventorySetQuantities"},
                  "do":{"kind":"slow","millis":5000}}]\
                """);
            CompletableFuture<Throwable> ended =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> house.apply(file)));
            while (writes(house) == 0) {
                Thread.onSpinWait();
            }
            server.stop();

            assertThat(ended.get())
                    .isInstanceOfSatisfying(
                            PortException.class,
                            gone -> assertThat(gone.describe()).contains("DB001", "tallyport db info"));
            assertThat(writes(house)).isEqualTo(1);

            server.startAgain();
            assertThat(applyWhenFree(house, file).run().state()).isEqualTo(RunState.COMPLETED);
            assertThat(house.tallyport.history().runs().recent(5)).noneMatch(run -> run.state() == RunState.RUNNING);
            StockPlan next = house.open(house.plan());
            assertThat(next.header().complete()).isTrue();
            assertThat(next.counts().changes()).isZero();
        }
    }

    private SandboxHouse house(OwnMariaServer server) {
        return new SandboxHouse(
                Tallyport.builder()
                        .dataDirectory(directory)
                        .environment(Map.of("TALLYPORT_DB_URL", server.url(), "TALLYPORT_DB_USER", "root")),
                directory,
                SHOPS);
    }

    private static long writes(SandboxHouse house) {
        return house.get("counters").path("shopify").path("writesHandled").asLong();
    }

    /** The apply that was broken off could not give the location back: its lease has to end. */
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
}
