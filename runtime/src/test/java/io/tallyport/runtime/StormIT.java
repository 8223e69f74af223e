package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.PortException;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Faults that do not stop for a while: whatever a run cannot do is told, and run again it ends in step. */
class StormIT {

    private static final SandboxSettings SHOPS =
            SandboxSettings.defaults().withSkus(400).withWideLimits();
    private static final String WRITES = "\"platform\":\"shopify\",\"bodyContains\":\"inventorySetQuantities\"";
    private static final int MOST_ROUNDS = 12;

    @TempDir
    Path directory;

    /** What goes wrong, with which requests, how, and how often in a row. */
    private record Storm(String what, String on, String fault, int times) {

        String script(int factor) {
            return "[{\"on\":{" + on + "},\"times\":" + times * factor + ",\"do\":{" + fault + "}}]";
        }
    }

    private static Stream<Storm> storms() {
        return Stream.of(
                new Storm("each write meets a sale", WRITES, "\"kind\":\"stale\"", 4),
                new Storm("each answer to a write is lost", WRITES, "\"kind\":\"cut-after\"", 3),
                new Storm("no write arrives", WRITES, "\"kind\":\"cut-before\"", 3),
                new Storm("each write lands late", WRITES, "\"kind\":\"late\",\"millis\":200", 2),
                new Storm("the shop throttles", "\"platform\":\"shopify\"", "\"kind\":\"status\",\"status\":429", 5),
                new Storm("the till throttles", "\"platform\":\"rseries\"", "\"kind\":\"status\",\"status\":429", 3),
                new Storm("the shop is down", "\"platform\":\"shopify\"", "\"kind\":\"status\",\"status\":503", 5),
                new Storm("the till is down", "\"platform\":\"rseries\"", "\"kind\":\"status\",\"status\":503", 5));
    }

    @TestFactory
    Stream<DynamicTest> whenItIsOverARunEndsInStep() {
        int factor = Boolean.getBoolean("tallyport.thorough") ? 10 : 1;
        return storms().map(storm -> DynamicTest.dynamicTest(storm.what(), () -> isSurvived(storm, factor)));
    }

    private void isSurvived(Storm storm, int factor) throws Exception {
        Path place = Files.createTempDirectory(directory, "storm");
        try (SandboxHouse house = new SandboxHouse(
                Tallyport.builder().dataDirectory(place).environment(Map.of("TALLYPORT_HTTP_TRIES", "2")),
                place,
                SHOPS)) {
            house.post("faults", storm.script(factor));
            int rounds = 0;
            while (!isBroughtInStep(house)) {
                assertThat(++rounds).as("rounds until it is over").isLessThan(MOST_ROUNDS * factor);
            }

            JsonNode faults = house.get("faults");
            assertThat(faults.findValue("hit").asLong())
                    .as(faults.toString())
                    .isBetween(2L, (long) storm.times() * factor);
            assertThat(house.tallyport.history().runs().recent(100)).noneMatch(run -> run.state() == RunState.RUNNING);
        }
    }

    /** Plans, approves, applies, and says whether nothing is left to do; what a platform prevents is tried again. */
    private static boolean isBroughtInStep(SandboxHouse house) {
        try {
            Path file = house.plan();
            StockPlan plan = house.open(file);
            if (plan.counts().changes() == 0) {
                return plan.header().complete();
            }
            if (plan.isHeld() || plan.counts().held() > 0) {
                house.tallyport
                        .approveStockPlan()
                        .approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "counted"));
            }
            house.apply(file);
        } catch (PortException prevented) {
            assertThat(prevented.context().code()).as(prevented.describe()).isPresent();
        }
        return false;
    }
}
