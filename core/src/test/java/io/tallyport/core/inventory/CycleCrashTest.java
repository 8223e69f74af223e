package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cycle that is killed at each of its steps loses nothing: the next one plans what it would have planned. */
class CycleCrashTest {

    private static final Duration LEASE = Duration.ofSeconds(15);
    /** After this a read that was cut off is begun anew. */
    private static final Duration RESUMABLE = Duration.ofHours(1);

    @TempDir
    Path directory;

    private StockHouse house() {
        StockHouse house = new StockHouse(directory);
        for (int i = 0; i < 30; i++) {
            house.till.stock("p" + i, "S" + i, "9");
            house.web.stock("w" + i, "S" + i, "9");
        }
        return house;
    }

    private static void changes(StockHouse house) {
        house.till.change("p7", -2);
        house.till.changeSilently("p8", -3);
        house.web.change("w8", -1);
        house.till.stock("p-new", "NEW", "4");
        house.web.stock("w-new", "NEW", "1");
    }

    private static void assertInStep(StockHouse house) {
        assertThat(house.web.onHand("w7")).isEqualTo(Quantity.of(7));
        assertThat(house.web.onHand("w8")).isEqualTo(Quantity.of(6));
        assertThat(house.web.onHand("w-new")).isEqualTo(Quantity.of(4));
        house.clock.advance(RESUMABLE);
        assertThat(house.files.open(house.plan()).counts().changes()).isZero();
    }

    private static boolean isKilled(StockHouse house, Runnable work) {
        try {
            work.run();
            return false;
        } catch (Fuse.Killed killed) {
            house.clock.advance(LEASE);
            house.spools.kill();
            return true;
        } finally {
            house.fuse = Fuse.never();
        }
    }

    @Test
    void aCycleIsRepeatedAfterAKillAtAnyStep() {
        boolean killed = true;
        int step = 0;
        for (; killed; step++) {
            StockHouse house = house();
            house.plan();
            changes(house);
            house.fuse = Fuse.after(step);
            killed = isKilled(house, house::cycle);
            Path file = house.cycle();
            assertThat(house.files.open(file).header().coverage().isFull())
                    .as("killed at step %s", step)
                    .isFalse();
            assertThat(house.rows(file)).extracting(PlanRow::key).containsExactly("NEW", "S7", "S8");
            house.apply(file);
            assertInStep(house);
        }
        assertThat(step).isGreaterThan(20);
    }

    @Test
    void aWholePlanIsRepeatedAfterAKillAtAnyStep() {
        boolean killed = true;
        int step = 0;
        for (; killed; step++) {
            StockHouse house = house();
            house.plan();
            changes(house);
            house.fuse = Fuse.after(step);
            killed = isKilled(house, house::plan);
            house.apply(house.cycle());
            assertThat(house.web.onHand("w7")).as("killed at step %s", step).isEqualTo(Quantity.of(7));
            assertInStep(house);
        }
        assertThat(step).isGreaterThan(20);
    }
}
