package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.history.Run;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the shop between a run and any write of its undo, no change of others is lost. */
class RandomRollbackTest {

    private static final int SEEDS = 100;
    private static final int ROWS = 30;

    @TempDir
    Path directory;

    @Test
    void aLevelIsSetBackWhileNobodyHasChangedItAndNeverOtherwise() {
        int touched = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            touched += round(seed);
        }
        assertThat(touched).as("levels that somebody changed in time").isGreaterThan(SEEDS);
    }

    /** A shop with customers who come whenever they like. */
    private static final class Street {
        private final StockHouse house;
        private final Random random;
        private final Map<String, Long> changed = new HashMap<>();
        private final Set<String> setBack = new HashSet<>();
        private final Set<String> everChanged = new HashSet<>();

        Street(StockHouse house, long seed) {
            this.house = house;
            this.random = new Random(seed);
        }

        /** Some change something, and now and then change it back. */
        void passes() {
            for (int left = random.nextInt(3); left > 0; left--) {
                String item = "w" + random.nextInt(ROWS);
                long units = random.nextInt(5) - 3L;
                house.web.change(item, units);
                if (random.nextInt(4) == 0) {
                    house.web.change(item, -units);
                } else {
                    changed.merge(item, units, Long::sum);
                    everChanged.add(item);
                }
            }
        }

        long changed(String item) {
            return changed.getOrDefault(item, 0L);
        }

        InventorySink sink() {
            return new ForwardingSink(house.web) {
                @Override
                public SetOutcome set(StockWrite write, String key) {
                    passes();
                    SetOutcome outcome = super.set(write, key);
                    if (outcome.status() == SetOutcome.Status.APPLIED) {
                        write.lines().stream().map(line -> line.item().value()).forEach(item -> {
                            assertThat(changed(item))
                                    .as("changed before it was set back")
                                    .isZero();
                            setBack.add(item);
                        });
                    }
                    passes();
                    return outcome;
                }
            };
        }
    }

    private int round(long seed) {
        StockHouse house = new StockHouse(directory);
        for (int i = 0; i < ROWS; i++) {
            house.till.stock("p" + i, "S" + i, Integer.toString(i + 3));
            house.web.stock("w" + i, "S" + i, Integer.toString(i));
        }
        Run run = house.apply(house.plan());
        Street street = new Street(house, seed);
        street.passes();
        Path undo = house.rollBack(run);
        street.passes();
        house.sink = street.sink();
        house.apply(undo);
        house.sink = house.web;
        for (int i = 0; i < ROWS; i++) {
            String item = "w" + i;
            long base = street.setBack.contains(item) ? i : i + 3L;
            assertThat(house.web.available(item))
                    .as("%s, seed %d", item, seed)
                    .isEqualTo(Quantity.of(base + street.changed(item)));
            if (!street.everChanged.contains(item)) {
                assertThat(street.setBack).as("seed %d", seed).contains(item);
            }
        }
        assertThat(house.preImages.ofRun(run.id())).extracting(PreImage::item).contains(new ExternalId("w0"));
        return street.everChanged.size();
    }
}
