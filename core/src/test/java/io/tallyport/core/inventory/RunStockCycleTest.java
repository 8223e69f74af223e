package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.InMemoryKillSwitch;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.schedule.StockCycle;
import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.job.Priority;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cycle as a job writes what a sync by hand would, and says what it left out and why. */
class RunStockCycleTest {

    private static final StockCycle CHANGED = new StockCycle(StockHouse.ROUTE.value(), false);
    private static final StockCycle FULL = new StockCycle(StockHouse.ROUTE.value(), true);
    private static final KillSwitch.Stop STOP = new KillSwitch.Stop(Instant.EPOCH, "owner", "counting");

    @TempDir
    Path directory;

    private final InMemoryKillSwitch killSwitch = new InMemoryKillSwitch();
    private final Try context = new Try();
    private StockHouse house;

    /** A try that a test may have stopped, or lost. */
    private static final class Try implements JobContext {

        private boolean stop;
        private boolean lost;
        private long told;

        @Override
        public ClaimedJob job() {
            return new ClaimedJob(
                    new JobId(7),
                    1,
                    StockCycle.TYPE,
                    1,
                    "",
                    1,
                    4,
                    Priority.NORMAL,
                    Optional.empty(),
                    Optional.empty(),
                    Instant.EPOCH);
        }

        @Override
        public void progress(long done, long total, String message) {
            told++;
        }

        @Override
        public boolean shouldStop() {
            return stop;
        }

        @Override
        public void assertHeld() {
            if (lost) {
                throw new PortException.Conflict(FailureContext.of("job"), "lost");
            }
        }
    }

    @BeforeEach
    void inStep() {
        house = new StockHouse(directory);
        for (int i = 10; i < 40; i++) {
            house.till.stock("p" + i, "S" + i, Integer.toString(i));
            house.web.stock("w" + i, "S" + i, Integer.toString(i));
        }
        house.plan();
    }

    private Outcome run(StockCycle cycle) {
        return house.cycleJob(killSwitch).handle(cycle, context);
    }

    @Test
    void whatChangedIsWrittenAndTold() {
        house.till.change("p10", -2);

        Outcome outcome = run(CHANGED);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(outcome.output().orElseThrow()).startsWith("run ").contains("COMPLETED");
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(8));
        assertThat(house.runs.recent(1))
                .singleElement()
                .satisfies(run -> assertThat(run.actor()).isEqualTo("schedule"));
        assertThat(context.told).isPositive();
    }

    @Test
    void aCycleWithNothingToDoKeepsNoPlan() {
        Outcome outcome = run(FULL);

        assertThat(outcome.output().orElseThrow()).isEqualTo("nothing to change among 30 rows");
        assertThat(house.discarded).containsExactly(directory.resolve("job-7-1.json"));
    }

    @Test
    void heldRowsAndHeldPlansAreNeverWritten() {
        house.till.change("p10", 500);
        assertThat(run(CHANGED).output().orElseThrow())
                .contains("1 rows are held")
                .contains("stock show");
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(10));

        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(100, 1000, 1, 90));
        house.till.change("p11", -11);
        house.till.change("p12", -12);
        Outcome whole = run(FULL);
        assertThat(whole.kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(whole.output().orElseThrow()).startsWith("held as a whole, nothing was written");
        assertThat(house.web.available("w11")).isEqualTo(Quantity.of(11));
    }

    @Test
    void whatMustNotRunIsLeftOutWithTheReason() {
        house.till.change("p10", -2);

        house.halts.halt(Halted.of(StockHouse.ROUTE), STOP);
        assertThat(run(CHANGED).output().orElseThrow()).isEqualTo("left out: the route is paused by owner: counting");
        house.halts.lift(Halted.of(StockHouse.ROUTE));

        house.halts.halt(Halted.of(StockHouse.WEB), STOP);
        assertThat(run(CHANGED).output().orElseThrow()).contains("writes to its target are stopped by owner");
        house.halts.lift(Halted.of(StockHouse.WEB));

        killSwitch.stop(STOP);
        assertThat(run(CHANGED).output().orElseThrow()).contains("all remote writes are stopped by owner");
        killSwitch.resume();

        house.save(house.route().withEnabled(false));
        assertThat(run(CHANGED).output().orElseThrow()).isEqualTo("left out: the route is disabled");
        assertThat(run(new StockCycle("gone", false)).output().orElseThrow())
                .contains("there is no route \"gone\"")
                .contains("tallyport route schedule gone --off");
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(10));
    }

    @Test
    void aTryThatWasLostOrStoppedWhileItPlannedWritesNothing() {
        house.till.change("p10", -2);

        context.lost = true;
        assertThat(run(CHANGED).kind()).isEqualTo(Outcome.Kind.CONFLICT);
        context.lost = false;
        context.stop = true;
        assertThat(run(CHANGED).kind()).isEqualTo(Outcome.Kind.CANCELLED);

        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(10));
        context.stop = false;
        assertThat(run(CHANGED).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(8));
    }

    @Test
    void aBusyLocationIsTriedAgain() {
        house.till.change("p10", -2);
        house.leases.acquire("apply:web/10", "another", Duration.ofMinutes(1));

        Outcome outcome = run(CHANGED);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
        assertThat(outcome.message()).contains("TP016");
    }
}
