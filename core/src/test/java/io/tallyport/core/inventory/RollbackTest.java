package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.undo.VerifyRollback;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is undone where nobody has changed anything since, and nowhere else. */
class RollbackTest {

    @TempDir
    Path directory;

    private StockHouse house;

    @BeforeEach
    void twentyFiveRows() {
        house = new StockHouse(directory);
        for (int i = 10; i < 35; i++) {
            house.till.stock("p" + i, "S" + i, Integer.toString(i));
            house.web.stock("w" + i, "S" + i, Integer.toString(i - 5));
        }
    }

    private static void assertRefused(Runnable work, ErrorCode code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(code));
    }

    private void assertAsBefore(String... but) {
        for (int i = 10; i < 35; i++) {
            if (!Set.of(but).contains("w" + i)) {
                assertThat(house.web.available("w" + i)).as("w" + i).isEqualTo(Quantity.of(i - 5));
            }
        }
    }

    @Test
    void whereBothSidesSellAnUndoAndAPushAreRefused() {
        Run run = house.apply(house.plan());
        house.save(house.route().withPolicy(RoutePolicy.mergeDeltas()));

        assertRefused(() -> house.rollBack(run), MergeErrors.BOTH_SELL);
        assertRefused(() -> house.push(Choice.of(Set.of(new Sku("S10")))), MergeErrors.BOTH_SELL);
    }

    @Test
    void withoutOutsideChangesEveryRowIsRestored() {
        Run run = house.apply(house.plan());

        Path undo = house.rollBack(run);
        assertThat(house.rows(undo)).hasSize(25).allMatch(row -> row.action() == Action.SET);
        Run back = house.apply(undo);

        assertThat(back.state()).isEqualTo(RunState.COMPLETED);
        assertThat(back.kind()).isEqualTo("stock-rollback");
        assertAsBefore();
        assertThat(house.verify(run.id().value()).restored()).isEqualTo(25);
        assertThat(house.verify(run.id().value()).others()).isEmpty();
        assertThat(house.verify(back.id().value()).run()).isEqualTo(run.id());
        assertThat(house.verify(house.files.open(undo).header().id().value()).run())
                .isEqualTo(run.id());
    }

    @Test
    void planningWritesNothingAndPausesTheRoute() {
        Run run = house.apply(house.plan());
        Path planned = house.plan();
        house.rollBack(run);

        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(10));
        assertThat(house.halts.find(Halted.of(StockHouse.ROUTE)))
                .hasValueSatisfying(
                        stop -> assertThat(stop.reason()).contains(run.id().value()));
        assertRefused(house::plan, PlanErrors.PAUSED);
        assertRefused(house::cycle, PlanErrors.PAUSED);
        assertRefused(() -> house.apply(planned), PlanErrors.PAUSED);
        assertThat(house.resume(StockHouse.ROUTE)).isTrue();
        assertThat(house.apply(planned).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aRouteThatWasLetGoOnBeforeTheApplyIsPausedAgain() {
        Run run = house.apply(house.plan());
        Path undo = house.rollBack(run);
        house.resume(StockHouse.ROUTE);

        house.apply(undo);

        assertThat(house.halts.find(Halted.of(StockHouse.ROUTE))).isPresent();
        assertAsBefore();
    }

    @Test
    void whatWasChangedBeforeThePlanIsNamedAndLeftAlone() {
        Run run = house.apply(house.plan());
        house.web.order("w12", 1);
        house.web.change("w13", 7);

        Path undo = house.rollBack(run);
        house.apply(undo);

        assertThat(house.rows(undo).stream().filter(row -> row.reason() == Reason.CHANGED_SINCE))
                .extracting(PlanRow::key)
                .containsExactly("S12", "S13");
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(11));
        assertThat(house.web.available("w13")).isEqualTo(Quantity.of(20));
        assertAsBefore("w12", "w13");
        assertThat(house.verify(run.id().value()).others())
                .extracting(VerifyRollback.Row::state)
                .containsOnly(VerifyRollback.State.CHANGED_SINCE);
    }

    @Test
    void whatIsChangedBetweenPlanAndWriteIsNamedAndLeftAloneThoughItsChunkIsNot() {
        Run run = house.apply(house.plan());
        Path undo = house.rollBack(run);
        house.web.order("w20", 2);

        Run back = house.apply(undo);

        assertThat(back.state()).isEqualTo(RunState.PARTIAL);
        assertThat(back.counts()).containsEntry("CHANGED_SINCE", 1L).containsEntry("written", 24L);
        assertThat(house.web.available("w20")).isEqualTo(Quantity.of(18));
        assertAsBefore("w20");
    }

    @Test
    void aLevelThatWasChangedAndChangedBackCountsAsUnchanged() {
        Run run = house.apply(house.plan());
        house.web.change("w11", -3);
        house.web.change("w11", 3);

        house.apply(house.rollBack(run));

        assertAsBefore();
    }

    @Test
    void theTillIsNotAskedAndMaySellMeanwhile() {
        Run run = house.apply(house.plan());
        house.pos = new ForwardingSource(house.till) {
            @Override
            public LevelPage changedSince(
                    ExternalId location, Watermark since, java.util.Optional<io.tallyport.core.kernel.Cursor> cursor) {
                throw new IllegalStateException("the till is out of order");
            }
        };
        Path undo = house.rollBack(run);
        house.till.change("p10", -4);

        assertThat(house.apply(undo).state()).isEqualTo(RunState.COMPLETED);
        assertAsBefore();
    }

    @Test
    void negativeFiguresComeBackAsTheyWere() {
        house.web.order("w14", 12);
        Path file = house.plan();
        house.approve(file);
        Run run = house.apply(file);
        assertThat(house.web.available("w14")).isEqualTo(Quantity.of(14));

        Path undo = house.rollBack(run);
        house.approve(undo);
        house.apply(undo);

        assertThat(house.web.available("w14")).isEqualTo(Quantity.of(-3));
        assertAsBefore("w14");
    }

    @Test
    void severalWritesOfOneLevelCountAsOne() {
        house.sink = new ForwardingSink(house.web) {
            private boolean sold;

            @Override
            public SetOutcome set(StockWrite write, String key) {
                SetOutcome outcome = super.set(write, key);
                if (!sold) {
                    sold = true;
                    house.till.change("p10", -1);
                }
                return outcome;
            }
        };
        Run run = house.apply(house.plan());
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(9));
        assertThat(house.preImages.ofRun(run.id()).stream()
                        .filter(image -> image.item().equals(new ExternalId("w10"))))
                .hasSize(2);
        house.sink = house.web;

        Path undo = house.rollBack(run);
        PlanRow row = house.row(undo, "S10");
        assertThat(row.remote()).contains(Quantity.of(9));
        assertThat(row.desired()).contains(Quantity.of(5));
        house.apply(undo);

        assertAsBefore();
    }

    @Test
    void rowsWhoseWriteLostItsAnswerAreNamedAndNotTouched() {
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                SetOutcome outcome = super.set(write, key);
                if (write.lines().get(0).item().equals(new ExternalId("w10"))) {
                    throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut after the write", null);
                }
                return outcome;
            }
        };
        Run run = house.apply(house.plan());
        house.sink = house.web;
        Path undo = house.rollBack(run);
        List<PlanRow> ambiguous = house.rows(undo).stream()
                .filter(row -> row.reason() == Reason.AMBIGUOUS)
                .toList();

        assertThat(ambiguous).hasSize(10).allMatch(row -> row.action() == Action.SKIP);
        house.apply(undo);
        for (int i = 10; i < 20; i++) {
            assertThat(house.web.available("w" + i)).isEqualTo(Quantity.of(i));
        }
        for (int i = 20; i < 35; i++) {
            assertThat(house.web.available("w" + i)).isEqualTo(Quantity.of(i - 5));
        }
    }

    @Test
    void whatIsGoneIsNamed() {
        Run run = house.apply(house.plan());
        house.web.remove("w10").untracked("w11").stocking("w12", Stocking.INACTIVE);

        Path undo = house.rollBack(run);

        assertThat(house.row(undo, "S10").reason()).isEqualTo(Reason.ITEM_GONE);
        assertThat(house.row(undo, "S11").reason()).isEqualTo(Reason.NOT_TRACKED);
        assertThat(house.row(undo, "S12").reason()).isEqualTo(Reason.NOT_STOCKED_AT_LOCATION);
        assertThat(house.apply(undo).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void undoneTwiceItChangesNothingTheSecondTime() {
        Run run = house.apply(house.plan());
        Path undo = house.rollBack(run);
        house.apply(undo);

        assertThat(house.apply(new ApplyStockPlan.Request(undo, false, 0, "owner"))
                        .already())
                .isTrue();
        Path again = house.rollBack(run);
        assertThat(house.files.open(again).counts().changes()).isZero();
        assertThat(house.files.open(again).counts().unchanged()).isEqualTo(25);
        assertAsBefore();
    }

    @Test
    void aRollbackCanBeRolledBack() {
        Run run = house.apply(house.plan());
        Run back = house.apply(house.rollBack(run));

        house.apply(house.rollBack(back));

        for (int i = 10; i < 35; i++) {
            assertThat(house.web.available("w" + i)).isEqualTo(Quantity.of(i));
        }
    }

    @Test
    void afterResumingTheNextSyncSetsTheTillsFiguresAgain() {
        house.apply(house.plan());
        Run run = house.runs.recent(1).get(0);
        house.apply(house.rollBack(run));
        house.resume(StockHouse.ROUTE);

        house.apply(house.cycle());

        for (int i = 10; i < 35; i++) {
            assertThat(house.web.available("w" + i)).isEqualTo(Quantity.of(i));
        }
    }

    @Test
    void theAcknowledgedLevelsAreThoseThatWereSetBack() {
        Run run = house.apply(house.plan());
        house.apply(house.rollBack(run));

        assertThat(house.stocks.acknowledged(StockHouse.ROUTE, List.of(new ExternalId("w10"))))
                .extracting(Acknowledged::quantity)
                .containsExactly(Quantity.of(5));
    }

    @Test
    void largeDifferencesWaitForAPerson() {
        house.till.stock("p90", "S90", "60");
        house.web.stock("w90", "S90", "2");
        Path file = house.plan();
        house.approve(file);
        Run run = house.apply(file);
        Path undo = house.rollBack(run);

        assertThat(house.row(undo, "S90").hold()).isEqualTo(Hold.HELD);
        assertThat(house.apply(undo).counts()).containsEntry("NOT_APPROVED", 1L);
        house.approve(undo);
        house.apply(undo);
        assertThat(house.web.available("w90")).isEqualTo(Quantity.of(2));
    }

    @Test
    void aCanaryReadsBackWhatWasSetBack() {
        house.web.order("w10", 9);
        Path file = house.plan();
        house.approve(file);
        Run run = house.apply(file);
        Path undo = house.rollBack(run);
        house.approve(undo);

        Run back =
                house.apply(new ApplyStockPlan.Request(undo, false, 3, "owner")).run();

        assertThat(back.state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(-4));
    }

    @Test
    void aRunThatWroteNothingIsRefused() {
        house.apply(house.plan());
        house.till.change("p10", 1);
        house.web.change("w10", 1);
        Run nothing = house.apply(house.plan());

        assertThatThrownBy(() -> house.rollBack(nothing)).hasMessageContaining("has written nothing");
        assertThat(house.halts.all()).isEmpty();
    }

    @Test
    void theFigureThatTheRunSetIsTheOneThatIsSetBack() {
        house.route(WebOrders.AT_POS_WHEN_FULFILLED);
        Run run = house.apply(house.plan());
        house.web.order("w10", 1);

        house.apply(house.rollBack(run));

        assertThat(house.web.onHand("w10")).isEqualTo(Quantity.of(5));
    }
}
