package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.Coverage;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This host's clock is set forward and back while the platforms' and the database's go on. */
class MovedClockIT {

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private SandboxHouse house;
    private int plans;

    /** The system's clock and an offset. */
    private static final class MovedClock extends Clock {

        private volatile Duration offset = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void twoShops() {
        house = new SandboxHouse(
                Tallyport.builder()
                        .dataDirectory(directory)
                        .environment(Map.of())
                        .clock(clock),
                directory,
                SandboxSettings.defaults().withSkus(300).withWideLimits());
    }

    private Path approved() {
        Path file = house.plan();
        house.tallyport.approveStockPlan().approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "counted"));
        return file;
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SyncStock.Result sync() {
        return house.tallyport
                .syncStock()
                .sync(
                        new PlanStock.Request(
                                SandboxHouse.ROUTE,
                                directory.resolve("sync-" + ++plans + ".json"),
                                false,
                                PlanReading.CHANGED,
                                "tester"),
                        false,
                        0,
                        Progress.NONE);
    }

    @Test
    void setForwardAPlanExpiresAndSetBackItMayBeApplied() {
        Path file = approved();
        clock.offset = Duration.ofHours(2);

        assertThatThrownBy(() -> house.apply(file))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        expired -> assertThat(expired.context().code()).contains(PlanErrors.EXPIRED));

        clock.offset = Duration.ofHours(-3);
        assertThat(house.apply(file).run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.apply(file).already()).isTrue();
    }

    @Test
    void aSaleIsNotMissedByACycleWhereverTheClockWasSet() {
        Path file = approved();
        String sku = house.rows(file).stream()
                .filter(row -> row.action() == Action.SET && row.reason() == Reason.CHANGED)
                .filter(row -> row.local().orElseThrow().signum() > 0)
                .map(PlanRow::key)
                .findFirst()
                .orElseThrow();
        house.apply(file);
        sync();

        for (Duration offset : new Duration[] {Duration.ofHours(-5), Duration.ofHours(5), Duration.ofMinutes(-90)}) {
            clock.offset = offset;
            house.post("pos-stock", "{\"sku\":\"" + sku + "\",\"quantity\":" + (40 + ++plans) + "}");

            SyncStock.Result result = sync();

            assertThat(result.plan().counts().changes()).as("by " + offset).isEqualTo(1);
            assertThat(result.applied().orElseThrow().run().state())
                    .as("by " + offset)
                    .isEqualTo(RunState.COMPLETED);
        }
        assertThat(house.open(house.plan()).counts().changes()).isZero();
        assertThat(sync().plan().header().coverage().kind()).isEqualTo(Coverage.Kind.CYCLE);
    }
}
