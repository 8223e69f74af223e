package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullReadTest {

    /** Pages of the in-memory shop. */
    private static final int PAGE = 25;

    @TempDir
    Path directory;

    private StockHouse house;
    private final List<String> asked = new ArrayList<>();
    private Supplier<RuntimeException> failure = () -> new PortException.Transient(FailureContext.of("x"), "503", null);
    private int failsAt = Integer.MAX_VALUE;

    @BeforeEach
    void aTillOfFivePagesThatTakesAMinuteForEach() {
        house = new StockHouse(directory);
        for (int i = 0; i < 5 * PAGE; i++) {
            house.till.stock("p" + i, "S" + i, "3");
            house.web.stock("w" + i, "S" + i, "3");
        }
        house.pos = new ForwardingSource(house.till) {
            @Override
            public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
                asked.add(cursor.map(Cursor::value).orElse("").replaceAll("@.*", ""));
                if (asked.size() == failsAt) {
                    throw failure.get();
                }
                house.clock.advance(Duration.ofSeconds(40));
                return super.levels(location, cursor);
            }
        };
    }

    private void planFails() {
        assertThatThrownBy(house::plan).isInstanceOf(PortException.class);
        house.spools.kill();
        asked.clear();
        failsAt = Integer.MAX_VALUE;
    }

    @Test
    void aReadThatBrokeOffGoesOnWhereItWas() {
        failsAt = 4;
        planFails();
        house.till.change("p0", 5);
        StockPlan plan = house.files.open(house.plan());
        assertThat(asked).containsExactly("75", "100");
        assertThat(plan.header().complete()).isTrue();
        assertThat(plan.counts().sourceRows()).isEqualTo(5 * PAGE);
        assertThat(plan.header().readStarted()).isEqualTo("2026-11-21T10:00:00Z");
    }

    @Test
    void whatChangedAfterItsPageWasReadIsLearntFromTheMarkOfTheFirstBeginning() {
        failsAt = 4;
        planFails();
        house.till.change("p0", 5);
        StockPlan plan = house.files.open(house.plan());
        assertThat(house.till
                        .changedSince(house.till.location(), plan.header().watermark(), Optional.empty())
                        .items())
                .extracting(StockLevel::item)
                .contains(new ExternalId("p0"));
    }

    @Test
    void aReadThatBeganAnHourAgoBeginsAnew() {
        failsAt = 4;
        planFails();
        house.clock.advance(Duration.ofHours(1));
        house.plan();
        assertThat(asked).startsWith("", "25").hasSize(5);
    }

    @Test
    void aCursorThatThePlatformDoesNotTakeAnyMoreBeginsAnew() {
        failsAt = 4;
        planFails();
        failure = () -> new PortException.Rejected(FailureContext.of("x"), "no such cursor");
        failsAt = 1;
        StockPlan plan = house.files.open(house.plan());
        assertThat(asked).containsExactly("75", "", "25", "50", "75", "100");
        assertThat(plan.counts().sourceRows()).isEqualTo(5 * PAGE);
    }

    @Test
    void anAnswerThatCannotBeReadIsNotGoneOnAfter() {
        failsAt = 4;
        failure = () -> new PortException.Protocol(FailureContext.of("x"), "not JSON", null);
        planFails();
        house.plan();
        assertThat(asked).startsWith("", "25").hasSize(5);
    }

    @Test
    void aSideThatWasReadWholeIsNotReadAgainWhenTheOtherFails() {
        InventorySource broken = new ForwardingSource(house.web) {
            @Override
            public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
                throw failure.get();
            }
        };
        house.shop = broken;
        planFails();
        house.shop = house.web;
        StockPlan plan = house.files.open(house.plan());
        assertThat(asked).isEmpty();
        assertThat(plan.header().complete()).isTrue();
        assertThat(plan.counts().unchanged()).isEqualTo(5 * PAGE);
    }

    @Test
    void aPlanLeavesNoSpoolBehind() {
        house.plan();
        assertThat(house.spools.count()).isZero();
    }
}
