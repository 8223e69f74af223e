package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may come between an apply and the figures it was asked to write. */
class ApplyHazardsTest {

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

    private void assertInStep() {
        for (int i = 10; i < 35; i++) {
            assertThat(house.web.available("w" + i)).as("S" + i).isEqualTo(house.till.onHand("p" + i));
        }
    }

    private static long counted(Run run) {
        return run.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private List<Intent> intents() {
        return house.plans.recent(10).stream()
                .flatMap(plan -> house.intents.ofOwner(plan.id().value()).stream())
                .toList();
    }

    /** A sink that lets a test act right before each write, or answer in the shop's place. */
    private InventorySink before(UnaryOperator<StockWrite> act) {
        return new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                return super.set(act.apply(write), key);
            }
        };
    }

    /** A sink that does the write and then fails. */
    private InventorySink after(Supplier<PortException> failure) {
        return new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                super.set(write, key);
                throw failure.get();
            }
        };
    }

    /** A sink whose connection is cut before anything arrives. */
    private InventorySink cutBefore() {
        return before(write -> {
            throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut before the write", null);
        });
    }

    private static boolean has(StockWrite write, String item) {
        return write.lines().stream().anyMatch(line -> line.item().equals(new ExternalId(item)));
    }

    @Test
    void anAnswerThatCannotBeReadLeavesTheOutcomeOpen() {
        house.sink = after(() -> new PortException.Protocol(FailureContext.of("set"), "an HTML page", null));
        Path file = house.plan();
        Run run = house.apply(file);
        assertThat(intents()).isNotEmpty().allMatch(intent -> intent.state() == IntentState.UNKNOWN);
        assertThat(run.counts()).containsEntry("AMBIGUOUS", 25L);
        house.web.order("w10", 2);
        house.sink = house.web;
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w10")).as("the order that came later").isEqualTo(Quantity.of(8));
    }

    @Test
    void anEarlierPlansNumberIsNotSentAgainWhenTheTillHasSoldSince() {
        house.sink = cutBefore();
        house.apply(house.plan());
        house.till.change("p12", -5);
        house.till.change("p13", -2);
        house.sink = house.web;
        house.apply(house.plan());
        assertInStep();
    }

    @Test
    void anEarlierPlansWriteThatWasDoneIsRecognisedThoughTheTillHasSoldSince() {
        house.sink = after(() -> new PortException.UnknownOutcome(FailureContext.of("set"), "cut", null));
        house.apply(house.plan());
        house.till.change("p12", -5);
        house.sink = house.web;
        house.apply(house.plan());
        assertInStep();
        assertThat(intents()).allMatch(intent -> intent.state() == IntentState.APPLIED);
    }

    @Test
    void anExpiredPlanSendsNoNumberThatIsOutOfDate() {
        house.sink = cutBefore();
        Path file = house.plan();
        house.apply(file);
        house.till.change("p12", -5);
        house.clock.advance(Duration.ofMinutes(61));
        house.sink = house.web;
        assertThat(house.apply(file).message()).contains("expired");
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(7));
    }

    @Test
    void anInterruptedApplySendsTheFreshNumberNotTheOldOne() {
        house.sink = cutBefore();
        Path file = house.plan();
        house.apply(file);
        house.till.change("p12", -2);
        List<Long> sent = new ArrayList<>();
        house.sink = before(write -> {
            write.lines().stream()
                    .filter(line -> line.item().equals(new ExternalId("w12")))
                    .forEach(line -> sent.add(line.to()));
            return write;
        });
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertThat(sent).containsExactly(10L);
        assertInStep();
    }

    @Test
    void aRowWhoseEarlierWriteStaysUndecidedIsNotWrittenByTheLastLook() {
        List<String> keys = new ArrayList<>();
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                if (!keys.contains(key)) {
                    keys.add(key);
                }
                super.set(write, key);
                throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut", null);
            }
        };
        Path file = house.plan();
        house.apply(file);
        assertThat(keys).hasSize(3);
        house.till.change("p12", -2);
        Run second = house.apply(file);
        assertThat(keys).hasSize(3);
        assertThat(second.counts()).containsOnlyKeys("AMBIGUOUS").containsEntry("AMBIGUOUS", 25L);
    }

    @Test
    void aStopInMidChunkStillCountsEveryRow() {
        int[] writes = {0};
        house.sink = before(write -> {
            if (++writes[0] == 2) {
                throw new PortException.Rejected(
                        FailureContext.of("set").withCode(WriteGate.STOPPED), "writes were stopped");
            }
            return write;
        });
        Run run = house.apply(house.plan());
        assertThat(run.counts()).containsEntry("written", 10L).containsEntry("STOPPED", 15L);
    }

    @Test
    void aStopWhileOldWritesAreSettledStillCountsEveryRow() {
        house.sink = after(() -> new PortException.UnknownOutcome(FailureContext.of("set"), "cut", null));
        Path file = house.plan();
        house.apply(file);
        house.sink = before(write -> {
            throw new PortException.Rejected(
                    FailureContext.of("set").withCode(WriteGate.STOPPED), "writes were stopped");
        });
        Run run = house.apply(file);
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(counted(run)).isEqualTo(25);
    }

    @Test
    void aRowThatTheSourceMovedToThePlannedTargetFigureIsNotBelievedUnseen() {
        StockHouse fresh = new StockHouse(directory);
        fresh.till.stock("p1", "A", "57");
        fresh.web.stock("w1", "A", "56");
        Path file = fresh.plan();
        fresh.web.order("w1", 1);
        fresh.till.change("p1", -1);
        Run run = fresh.apply(file);
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(fresh.log(run)).extracting(SyncEntry::status).containsExactly("LEFT");
        assertThat(fresh.web.available("w1")).isEqualTo(Quantity.of(55));
    }

    @Test
    void aRowThatIsInStepByItselfIsCountedSo() {
        StockHouse fresh = new StockHouse(directory);
        fresh.till.stock("p1", "A", "57");
        fresh.web.stock("w1", "A", "56");
        Path file = fresh.plan();
        fresh.till.change("p1", -1);
        Run run = fresh.apply(file);
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(fresh.web.available("w1")).isEqualTo(Quantity.of(56));
        assertThat(fresh.log(run)).extracting(SyncEntry::status).contains("IN_STEP");
    }

    @Test
    void aSourceThatFailsInMidRunLosesNoRowFromTheCounts() {
        Path file = house.plan();
        house.pos = new ForwardingSource(house.till) {
            private int looks;

            @Override
            public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
                if (++looks == 2) {
                    throw new PortException.Transient(FailureContext.of("changes"), "503", null);
                }
                return super.changedSince(location, since, cursor);
            }
        };
        house.sink = before(write -> {
            house.clock.advance(Duration.ofSeconds(3));
            return write;
        });
        Run run = house.apply(file);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.counts()).containsEntry("written", 10L).containsEntry("FAILED", 15L);
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertInStep();
    }

    @Test
    void aRowThatIsWrittenAgainByTheLastLookIsCountedOnce() {
        int[] writes = {0};
        house.sink = before(write -> {
            if (++writes[0] == 3) {
                house.till.change("p10", -1);
            }
            return write;
        });
        Run run = house.apply(house.plan());
        assertInStep();
        assertThat(run.counts()).containsEntry("written", 25L);
        assertThat(counted(run)).isEqualTo(25);
    }

    @Test
    void aSaleBehindTheWriteOfAnActivatedLevelIsCarriedOver() {
        house.web.stock("w50", "S50", "0").stocking("w50", Stocking.NOT_STOCKED);
        house.till.stock("p50", "S50", "9");
        boolean[] sold = {false};
        house.sink = before(write -> {
            if (has(write, "w50") && !sold[0]) {
                sold[0] = true;
                house.till.change("p50", -1);
            }
            return write;
        });
        assertThat(house.apply(house.plan(true)).state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w50")).isEqualTo(Quantity.of(8));
    }

    @Test
    void anActivatedLevelThatTurnsOutToHoldManyUnitsIsNotWrittenUnseen() {
        house.web.stock("w50", "S50", "50").stocking("w50", Stocking.NOT_STOCKED);
        house.till.stock("p50", "S50", "9");
        Run run = house.apply(house.plan(true));
        assertThat(run.counts()).containsEntry("written", 25L).containsEntry("MOVED_AT_TARGET", 1L);
        assertThat(house.web.available("w50")).isEqualTo(Quantity.of(50));
    }

    @Test
    void anActivatedLevelThatTurnsOutToHoldAFewUnitsIsWritten() {
        house.web.stock("w50", "S50", "4").stocking("w50", Stocking.NOT_STOCKED);
        house.till.stock("p50", "S50", "9");
        assertThat(house.apply(house.plan(true)).state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w50")).isEqualTo(Quantity.of(9));
    }

    @Test
    void aPlanThatSomebodyElseAppliedWhileWeOpenedItIsNotAppliedAgain() {
        Path file = house.plan();
        Leases real = house.leases;
        house.leases = new Leases() {
            @Override
            public Optional<Lease> acquire(String name, String holder, Duration length) {
                house.leases = real;
                house.apply(file);
                return real.acquire(name, holder, length);
            }

            @Override
            public Optional<Lease> renew(Lease lease, Duration length) {
                return real.renew(lease, length);
            }

            @Override
            public void release(Lease lease) {
                real.release(lease);
            }

            @Override
            public Optional<Lease> current(String name) {
                return real.current(name);
            }
        };
        assertThatThrownBy(() -> house.apply(file))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("meanwhile");
        assertThat(house.plans.recent(1).get(0).state()).isEqualTo(PlanState.APPLIED);
        assertThat(house.runs.recent(10)).hasSize(1);
    }

    @Test
    void aCanaryRowThatWasCarriedOverIsHeldAgainstWhatWasWritten() {
        boolean[] sold = {false};
        house.sink = before(write -> {
            if (!sold[0]) {
                sold[0] = true;
                house.web.order("w12", 1);
                house.till.change("p12", -1);
            }
            return write;
        });
        Run run = house.apply(new ApplyStockPlan.Request(house.plan(), false, 3, "tester"))
                .run();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertInStep();
    }

    @Test
    void aCanaryThatWroteNothingIsFollowedByAnother() {
        List<Integer> sizes = new ArrayList<>();
        house.sink = before(write -> {
            sizes.add(write.lines().size());
            if (sizes.size() == 1) {
                throw new PortException.Transient(FailureContext.of("set"), "503", null);
            }
            return write;
        });
        house.apply(new ApplyStockPlan.Request(house.plan(), false, 3, "tester"));
        assertThat(sizes).containsExactly(3, 3, 10, 9);
    }

    @Test
    void aRefusalThatNamesALineThatWasNotSentEndsAllTheSame() {
        int[] writes = {0};
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                if (++writes[0] > 100) {
                    throw new AssertionError("it goes on for ever");
                }
                return has(write, "w11")
                        ? SetOutcome.refused(List.of(new SetOutcome.LineProblem(
                                99, Reason.REFUSED, new ErrorCode("XX001", "no", "none"), "no")))
                        : super.set(write, key);
            }
        };
        assertThat(house.apply(house.plan()).counts())
                .containsEntry("written", 24L)
                .containsEntry("REFUSED", 1L);
    }

    @Test
    void aReturnAtTheTillAfterACarriedOverSaleIsSeenByTheNextApplyOfThePlan() {
        house.till.change("p13", 20);
        Path file = house.plan();
        house.till.change("p12", -2);
        house.apply(file);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(10));
        house.till.change("p12", 2);
        house.approve(file, "S13");
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertInStep();
    }

    @Test
    void aPlanOfARouteWhoseScopeHasChangedIsRefused() {
        Path file = house.plan();
        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(100, 1000, 1000, 90), new SkuScope(List.of("S1")));
        assertThatThrownBy(() -> house.apply(file)).hasMessageContaining("removed or changed");
    }

    @Test
    void soldOutRowsOfThePlanAndOfTheApplyTogetherStayWithinTheGuard() {
        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(100, 1000, 2, 90));
        house.till.stock("p10", "S10", "0").stock("p11", "S11", "0");
        for (int i = 12; i < 15; i++) {
            house.till.stock("p" + i, "S" + i, "1");
            house.web.stock("w" + i, "S" + i, "5");
        }
        Path file = house.plan();
        house.till.change("p12", -1);
        Run run = house.apply(file);
        assertThat(run.counts()).containsEntry("written", 24L).containsEntry("MOVED_AT_SOURCE", 1L);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(5));
    }

    @Test
    void aTargetFigureWithAFractionStopsNothing() {
        house.web.stock("w12", "S12", "7.5");
        Path file = house.plan();
        assertThat(house.row(file, "S12").reason()).isEqualTo(Reason.OUT_OF_RANGE);
        house.sink = before(write -> {
            house.web.stock("w13", "S13", "8.5");
            return write;
        });
        assertThat(house.apply(file).counts()).containsEntry("written", 23L).containsEntry("OUT_OF_RANGE", 1L);
    }
}
