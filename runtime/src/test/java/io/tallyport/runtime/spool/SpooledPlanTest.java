package io.tallyport.runtime.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.LevelSpool;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.PlanStockSync;
import io.tallyport.core.inventory.RandomShops;
import io.tallyport.core.inventory.ReadPoint;
import io.tallyport.core.inventory.ReferencePlan;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path directory;

    /** What the plan says. */
    private static final class Said implements PlanStockSync.Output {

        private final List<PlanRow> rows = new ArrayList<>();
        private final Map<ExternalId, Quantity> agreed = new HashMap<>();

        @Override
        public void row(PlanRow row) {
            rows.add(row);
        }

        @Override
        public void agreed(Map<ExternalId, Quantity> news) {
            agreed.putAll(news);
        }
    }

    @Test
    void whateverPagesCheckpointsAndCrashesThePlanIsTheOneThatWouldBeMadeInMemory() {
        for (long seed = 0; seed < 400; seed++) {
            RandomShops shops = new RandomShops(seed);
            Random random = new Random(seed);
            LevelSpool ours = spool("ours", shops.source, random);
            LevelSpool theirs = spool("theirs", shops.target, random);
            PlanStockSync.Input input = shops.input(ours, theirs);
            Said said = new Said();
            PlanStockSync.Result result = new PlanStockSync()
                    .plan(
                            input,
                            items -> {
                                Map<ExternalId, Quantity> known = new HashMap<>(shops.acknowledged);
                                known.keySet().retainAll(items);
                                return known;
                            },
                            said);
            ours.discard();
            theirs.discard();
            ReferencePlan expected = new ReferencePlan(input, shops.source, shops.target, shops.acknowledged);
            assertThat(said.rows).as("seed %s", seed).isEqualTo(expected.rows);
            assertThat(said.agreed).as("seed %s", seed).isEqualTo(expected.agreed);
            assertThat(result.counts()).as("seed %s", seed).isEqualTo(expected.counts);
        }
    }

    /** Reads in pages of any size, keeps at any time, breaks off and goes on now and then. */
    private LevelSpool spool(String identity, List<StockLevel> arrivals, Random random) {
        FileLevelSpools spools = new FileLevelSpools(directory);
        LevelSpool spool = spools.open(identity, NOW, Duration.ofHours(1));
        int at = 0;
        while (at < arrivals.size()) {
            int to = Math.min(arrivals.size(), at + 1 + random.nextInt(4));
            spool.add(arrivals.subList(at, to));
            at = to;
            if (random.nextInt(3) == 0) {
                spool.checkpoint(point(at));
            }
            if (random.nextInt(6) == 0) {
                spool.close();
                spool = spools.open(identity, NOW, Duration.ofHours(1));
                at = spool.reached()
                        .flatMap(ReadPoint::next)
                        .map(cursor -> Integer.parseInt(cursor.value()))
                        .orElse(0);
            }
        }
        return spool;
    }

    private static ReadPoint point(int at) {
        return new ReadPoint(Optional.of(new Cursor(Integer.toString(at))), OptionalLong.empty(), Optional.empty());
    }
}
