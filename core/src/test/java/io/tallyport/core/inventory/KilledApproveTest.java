package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.PortException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approval that is killed before or after any call it makes is there or is not; asked for again, it is there. */
class KilledApproveTest {

    private static final int ROWS = 3;

    @TempDir
    Path directory;

    @Test
    void killedAtAnyStepAndAskedForAgainTheRowsAreApprovedOnce() {
        int step = 0;
        while (isKilledAt(step)) {
            step++;
        }
        assertThat(step).as("steps at which it was killed").isGreaterThan(8);
    }

    private boolean isKilledAt(int step) {
        StockHouse house = new StockHouse(directory);
        for (int i = 0; i < ROWS; i++) {
            house.till.stock("p" + i, "S" + i, "90");
            house.web.stock("w" + i, "S" + i, "9");
        }
        Path file = house.plan();
        assertThat(house.rows(file)).hasSize(ROWS).allMatch(PlanRow::isHeld);
        house.fuse = Fuse.after(step);
        boolean killed = killed(house, file);
        house.fuse = Fuse.never();

        approveUnlessDone(house, file);

        String when = "killed at step " + step;
        StockPlan approved = house.files.open(file);
        assertThat(house.rows(file)).as(when).hasSize(ROWS).allMatch(PlanRow::isReleased);
        assertThat(approved.approvals()).as(when).hasSize(1);
        assertThat(approved.hash())
                .as(when)
                .isEqualTo(
                        house.plans.find(approved.header().id()).orElseThrow().hash());
        house.clock.advance(Duration.ofSeconds(30));
        assertThat(house.apply(file).state()).as(when).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.onHand("w0")).as(when).isEqualTo(house.till.onHand("p0"));
        return killed;
    }

    private static boolean killed(StockHouse house, Path file) {
        try {
            house.approve(file);
            return false;
        } catch (Fuse.Killed dead) {
            return house.fuse.isBlown();
        }
    }

    private static void approveUnlessDone(StockHouse house, Path file) {
        try {
            house.approve(file);
        } catch (PortException.Rejected done) {
            assertThat(done.context().code()).contains(PlanErrors.NOTHING_HELD);
        }
    }
}
