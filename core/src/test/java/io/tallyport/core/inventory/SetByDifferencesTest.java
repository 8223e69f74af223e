package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.inventory.RecordingAdjuster.Fate;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetByDifferencesTest {

    @TempDir
    Path directory;

    private StockHouse house;
    private RecordingAdjuster adjuster;

    @BeforeEach
    void open() {
        house = new StockHouse(directory);
        for (int i = 10; i < 20; i++) {
            house.till.stock("p" + i, "SKU-" + i, "" + i);
            house.web.stock("w" + i, "SKU-" + i, "" + (i - 3));
        }
        adjuster = new RecordingAdjuster(house.web);
        house.sink = sink(house.web);
    }

    private InventorySink sink(SetByDifferences.Look look) {
        return new SetByDifferences(
                look, adjuster, new SetByDifferences.Limits(PlanErrors.CANNOT, Optional.of(PlanErrors.CANNOT)));
    }

    private InventorySink sink(InMemoryShop shop) {
        return sink(shop::levelsOf);
    }

    @Test
    void aPlanIsAppliedByDifferences() {
        assertThat(house.apply(house.plan()).state()).isEqualTo(RunState.COMPLETED);
        assertInStep();
        assertThat(adjuster.done).hasSize(10).allMatch(line -> line.by().equals(Quantity.of(3)));
    }

    @Test
    void aWriteThatWasDoneWithoutAnAnswerIsProvenAndNotSentAgain() {
        adjuster.fate = Fate.LOST_AFTER;
        Path file = house.plan();
        assertThat(house.apply(file).counts()).containsEntry("AMBIGUOUS", 10L);

        adjuster.fate = Fate.ANSWERED;
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);

        assertInStep();
        assertThat(adjuster.done).hasSize(10);
        assertThat(intents()).allMatch(intent -> intent.state() == IntentState.APPLIED);
    }

    @Test
    void anApplyThatWasKilledAfterItsWriteIsNotDoneTwice() {
        adjuster.fate = Fate.KILLED_AFTER;
        Path file = house.plan();
        assertThatThrownBy(() -> house.apply(file)).hasMessage("killed");
        assertThat(intents()).allMatch(intent -> intent.state() == IntentState.RECORDED);

        adjuster.fate = Fate.ANSWERED;
        house.clock.advance(Duration.ofMinutes(10));
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);

        assertInStep();
        assertThat(adjuster.done).hasSize(10);
    }

    @Test
    void aWriteThatWasLostIsLeftAloneWhileItMayStillLandAndWrittenAnewAfterwards() {
        adjuster.fate = Fate.LOST_BEFORE;
        adjuster.settled = false;
        Path file = house.plan();
        house.apply(file);
        adjuster.fate = Fate.ANSWERED;
        assertThat(house.apply(file).counts()).containsOnlyKeys("AMBIGUOUS");
        assertThat(adjuster.done).isEmpty();

        adjuster.settled = true;
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);

        assertInStep();
        assertThat(adjuster.done).hasSize(10);
    }

    @Test
    void whatIsNotProvenWithinADayIsForAPerson() {
        adjuster.fate = Fate.LOST_BEFORE;
        adjuster.settled = false;
        house.apply(house.plan());
        house.clock.advance(Duration.ofDays(1));

        house.apply(house.plan());

        assertThat(intents()).anyMatch(intent -> intent.state() == IntentState.AMBIGUOUS);
        assertThat(adjuster.done).isEmpty();
    }

    @Test
    void aLineThatIsRefusedLeavesItsRow() {
        adjuster.fate = Fate.REFUSED;
        Run run = house.apply(house.plan());

        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(run.counts()).containsEntry("REFUSED", 10L);
        assertThat(adjuster.done).isEmpty();
    }

    @Test
    void whatThePlatformCannotIsRefusedBeforeAnythingIsSent() {
        house.web.stock("off", "SKU-off", "1").stocking("off", Stocking.NOT_STOCKED);
        StockWrite write = new StockWrite(
                StockFigure.ON_HAND,
                house.web.location(),
                "gid://tallyport/StockPlan/1",
                List.of(
                        new StockWrite.Line(new ExternalId("w10"), 7, -1),
                        new StockWrite.Line(new ExternalId("off"), 0, 1),
                        new StockWrite.Line(new ExternalId("nobody"), 0, 1),
                        new StockWrite.Line(new ExternalId("w11"), 8, 9)));

        SetOutcome outcome = house.sink.set(write, "key");

        assertThat(outcome.status()).isEqualTo(SetOutcome.Status.REFUSED);
        assertThat(outcome.problems())
                .extracting(SetOutcome.LineProblem::reason)
                .containsExactly(Reason.OUT_OF_RANGE, Reason.NOT_STOCKED_AT_LOCATION, Reason.ITEM_GONE);
        assertThatThrownBy(() -> house.sink.activate(house.web.location(), new ExternalId("off"), "key"))
                .isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void aMarkedWriteComesBackFromTheJournalAsItWas() {
        StockWrite write = new StockWrite(
                StockFigure.ON_HAND,
                house.web.location(),
                "gid://tallyport/StockPlan/1",
                List.of(new StockWrite.Line(new ExternalId("w10"), 7, 8)));
        StockWrite marked = write.after(Optional.of(new Watermark("log 12")));

        assertThat(StockWrite.parse(write.canonical())).isEqualTo(write);
        assertThat(StockWrite.parse(marked.canonical())).isEqualTo(marked);
    }

    private List<Intent> intents() {
        return house.plans.recent(10).stream()
                .flatMap(plan -> house.intents.ofOwner(plan.id().value()).stream())
                .toList();
    }

    private void assertInStep() {
        for (int i = 10; i < 20; i++) {
            assertThat(house.web.onHand("w" + i)).isEqualTo(Quantity.of(i));
        }
    }
}
