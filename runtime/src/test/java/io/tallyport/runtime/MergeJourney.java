package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.Baseline;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.kernel.PortException;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A merge over real HTTP and a real database: what both sides sold and received is on both sides in the end, whatever was
 * lost, late or killed in between.
 */
abstract class MergeJourney {

    private static final SandboxSettings SHOPS =
            SandboxSettings.defaults().withSkus(120).withWideLimits();

    private static final int ITEMS = 6;
    private static final int ROUNDS = 8;
    private static final int QUIET_ROUNDS = 400;
    /** Each takes as long as a dead process's lease. */
    private static final int KILLS = Boolean.getBoolean("tallyport.thorough") ? 3 : 1;

    private static final int SEEDS = Boolean.getBoolean("tallyport.thorough") ? 30 : 1;

    /** What happens to calls; a write may also land when its caller has given up. */
    private static final List<String> FAULTS = List.of(
            "{\"on\":{\"platform\":\"shopify\",\"bodyContains\":\"inventorySetQuantities\"},\"do\":{\"kind\":\"cut-after\"}}",
            "{\"on\":{\"platform\":\"shopify\",\"bodyContains\":\"inventorySetQuantities\"},\"do\":{\"kind\":\"cut-before\"}}",
            "{\"on\":{\"platform\":\"shopify\",\"bodyContains\":\"inventorySetQuantities\"},\"do\":{\"kind\":\"late\",\"millis\":200}}",
            "{\"on\":{\"platform\":\"shopify\"},\"do\":{\"kind\":\"status\",\"status\":502}}",
            "{\"on\":{\"platform\":\"POS\",\"bodyContains\":\"WRITE\"},\"do\":{\"kind\":\"cut-after\"}}",
            "{\"on\":{\"platform\":\"POS\",\"bodyContains\":\"WRITE\"},\"do\":{\"kind\":\"cut-before\"}}",
            "{\"on\":{\"platform\":\"POS\",\"bodyContains\":\"WRITE\"},\"do\":{\"kind\":\"late\",\"millis\":300}}",
            "{\"on\":{\"platform\":\"POS\"},\"do\":{\"kind\":\"html\"}}");

    @TempDir
    Path directory;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    /** Makes the database one that nobody has used. */
    abstract void clear();

    @TestFactory
    Stream<DynamicTest> unitsInAreUnitsOutAndWhatIsLeftOnBothSides() {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> isConserved(seed, true)));
    }

    /** Every unit that an absolute figure overwrote is found and put right. */
    @TestFactory
    Stream<DynamicTest> aTillThatTakesAbsoluteFiguresIsRepaired() {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> isConserved(seed, false)));
    }

    private void isConserved(long seed, boolean xseries) throws IOException {
        try (SandboxHouse house = house("seed-" + seed)) {
            MergeHouse merge = new MergeHouse(house, directory, xseries);
            Ledger ledger = new Ledger(merge, merge.begin(Baseline.ACCEPT_BOTH), new Random(seed));
            for (int round = 0; round < ROUNDS; round++) {
                ledger.happen();
                if (ledger.random.nextInt(2) == 0) {
                    house.post("faults", "[" + fault(ledger.random, xseries) + "]");
                }
                merge.sync(ledger.random.nextInt(3) == 0 ? PlanReading.WHOLE : PlanReading.CHANGED);
            }
            ledger.comesToRest();
        }
    }

    private static String fault(Random random, boolean xseries) {
        return FAULTS.get(random.nextInt(FAULTS.size()))
                .replace("POS", xseries ? "xseries" : "rseries")
                .replace("WRITE", xseries ? "stock_adjustments" : "ItemShop");
    }

    @TestFactory
    Stream<DynamicTest> killedInTheMiddleOfAWriteItIsFinishedByTheNextSync() {
        return Stream.of(
                        "{\"on\":{\"platform\":\"xseries\",\"bodyContains\":\"stock_adjustments\"},"
                                + "\"do\":{\"kind\":\"late\",\"millis\":1000}}",
                        "{\"on\":{\"platform\":\"shopify\",\"bodyContains\":\"inventorySetQuantities\"},"
                                + "\"do\":{\"kind\":\"slow\",\"millis\":60000}}",
                        "{\"on\":{\"platform\":\"xseries\",\"bodyContains\":\"stock_adjustments\"},"
                                + "\"do\":{\"kind\":\"slow\",\"millis\":60000}}")
                .limit(KILLS)
                .map(fault -> DynamicTest.dynamicTest(fault, () -> isFinished(fault)));
    }

    private void isFinished(String fault) throws Exception {
        try (SandboxHouse house = house("killed")) {
            MergeHouse merge = new MergeHouse(house, directory, true);
            Ledger ledger = new Ledger(merge, merge.begin(Baseline.ACCEPT_BOTH), new Random(7));
            ledger.sell(0, 1);
            ledger.order(1, 2);
            ledger.sell(2, 1);
            ledger.order(2, 1);
            Path file = merge.plan(PlanReading.ONCE);
            house.post("faults", "[" + fault + "]");
            Process child = child(file);
            while (house.get("faults").findValue("hit").asLong() == 0) {
                assertThat(child.isAlive()).as("still on its way").isTrue();
            }
            child.destroyForcibly().waitFor();
            ledger.sell(0, 1);
            ledger.order(0, 1);
            ledger.sell(1, 1);
            ledger.comesToRest();
        }
    }

    private Process child(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ApplyInChild.class.getName(),
                place.toString(),
                file.toString());
        builder.environment().putAll(environment());
        return builder.redirectErrorStream(true)
                .redirectOutput(place.resolve("child.log").toFile())
                .start();
    }

    private Path place = Path.of("");

    private SandboxHouse house(String name) throws IOException {
        clear();
        place = Files.createTempDirectory(directory, name);
        return new SandboxHouse(Tallyport.builder().dataDirectory(place).environment(environment()), place, SHOPS);
    }

    /** What was really sold and received, and what both sides must have for it. */
    private static final class Ledger {

        private final MergeHouse merge;
        private final Random random;
        private final List<String> skus;
        private final Map<String, MergeHouse.Levels> first;
        private final Map<String, Integer> moved = new HashMap<>();

        Ledger(MergeHouse merge, List<String> begun, Random random) {
            this.merge = merge;
            this.random = random;
            this.first = merge.levels();
            this.skus = begun.stream()
                    .filter(first::containsKey)
                    .filter(sku ->
                            of(first, sku).pos().signum() > 0 && of(first, sku).web() > 3)
                    .limit(ITEMS)
                    .toList();
            assertThat(skus).hasSize(ITEMS);
        }

        void happen() {
            for (int i = 0; i < 4; i++) {
                int item = random.nextInt(ITEMS);
                switch (random.nextInt(3)) {
                    case 0 -> sell(item, 1 + random.nextInt(2));
                    case 1 -> order(item, 1);
                    default -> deliver(item, 1 + random.nextInt(3));
                }
            }
        }

        void sell(int item, int units) {
            merge.sell(skus.get(item), units);
            moved.merge(skus.get(item), -units, Integer::sum);
        }

        void order(int item, int units) {
            merge.order(skus.get(item), units);
            moved.merge(skus.get(item), -units, Integer::sum);
        }

        void deliver(int item, int units) {
            merge.deliver(skus.get(item), units);
            moved.merge(skus.get(item), units, Integer::sum);
        }

        /** Syncs until nothing is left to carry; a dead process holds its lease, and a lost write may land, for a while. */
        void comesToRest() {
            List<String> busy = new ArrayList<>();
            for (int round = 0; round < QUIET_ROUNDS; round++) {
                try {
                    merge.sync(PlanReading.CHANGED);
                    if (merge.isAtRest()) {
                        check();
                        return;
                    }
                } catch (PortException.Rejected refused) {
                    assertThat(refused.context().code().orElseThrow()).isIn(PlanErrors.BUSY, PlanErrors.READING);
                    busy.add(refused.describe());
                }
            }
            throw new AssertionError("it never comes to rest: "
                    + merge.house.tallyport.settleMerge().of(MergeHouse.BOTH) + " "
                    + merge.house.tallyport.history().runs().recent(3) + busy);
        }

        private static MergeHouse.Levels of(Map<String, MergeHouse.Levels> levels, String sku) {
            return Optional.ofNullable(levels.get(sku)).orElseThrow();
        }

        private void check() {
            Map<String, MergeHouse.Levels> now = merge.levels();
            for (String sku : skus) {
                BigDecimal by = BigDecimal.valueOf(moved.getOrDefault(sku, 0));
                BigDecimal pos = of(first, sku).pos().add(by);
                BigDecimal web = BigDecimal.valueOf(of(first, sku).web()).add(by);
                assertThat(of(now, sku).pos()).as(sku + " at the POS").isEqualByComparingTo(pos);
                assertThat(of(now, sku).web())
                        .as(sku + " in the shop")
                        .isEqualTo(web.setScale(0, RoundingMode.FLOOR).longValueExact());
            }
        }
    }
}
