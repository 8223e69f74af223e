package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollback that is killed before or after any call it makes ends, run again, where it would have ended. */
class KilledRollbackTest {

    private static final int ROWS = 23;

    @TempDir
    Path directory;

    @Test
    void killedAtAnyStepAndRunAgainEachLevelIsSetBackOnceAndNoOrderIsUndone() {
        int step = 0;
        while (isKilledAt(step)) {
            step++;
        }
        assertThat(step).as("steps at which it was killed").isGreaterThan(15);
    }

    private boolean isKilledAt(int step) {
        StockHouse house = new StockHouse(directory);
        for (int i = 10; i < 10 + ROWS; i++) {
            house.till.stock("p" + i, "S" + i, Integer.toString(i));
            house.web.stock("w" + i, "S" + i, Integer.toString(i - 5));
        }
        Path undo = house.rollBack(house.apply(house.plan()));
        Map<ExternalId, Integer> effects = new HashMap<>();
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                Map<ExternalId, Quantity> before = new HashMap<>();
                write.lines()
                        .forEach(line -> before.put(
                                line.item(), house.web.onHand(line.item().value())));
                SetOutcome outcome = super.set(write, key);
                before.forEach((item, quantity) ->
                        effects.merge(item, quantity.equals(house.web.onHand(item.value())) ? 0 : 1, Integer::sum));
                return outcome;
            }
        };
        house.fuse = Fuse.after(step);
        boolean killed = killed(house, undo);
        boolean setBack = house.web.available("w10").equals(Quantity.of(5));
        house.web.order("w10", 2);
        house.fuse = Fuse.never();
        house.clock.advance(Duration.ofSeconds(30));
        Run run = house.apply(new ApplyStockPlan.Request(undo, false, 0, "tester"))
                .run();
        assertThat(run.state()).isIn(RunState.COMPLETED, RunState.PARTIAL);
        assertThat(house.web.available("w10"))
                .as("an order came, killed at step " + step)
                .isEqualTo(Quantity.of(setBack ? 3 : 8));
        for (int i = 11; i < 10 + ROWS; i++) {
            assertThat(house.web.available("w" + i))
                    .as("S" + i + " killed at step " + step)
                    .isEqualTo(Quantity.of(i - 5));
            assertThat(effects.get(new ExternalId("w" + i)))
                    .as("effects on S" + i + " killed at step " + step)
                    .isEqualTo(1);
        }
        assertThat(house.runs.recent(10)).noneMatch(each -> each.state() == RunState.RUNNING);
        return killed;
    }

    private static boolean killed(StockHouse house, Path file) {
        try {
            house.apply(new ApplyStockPlan.Request(file, false, 0, "tester"));
            return false;
        } catch (Fuse.Killed dead) {
            return house.fuse.isBlown();
        }
    }
}
