package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.conflict.ConflictKind;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeApplyTest {

    @TempDir
    Path directory;

    private StockHouse house(boolean exact) {
        StockHouse house = new StockHouse(directory);
        house.till.stock("p0", "MUG", "5").stock("p1", "BAG", "8");
        house.web.stock("w0", "MUG", "5").stock("w1", "BAG", "6");
        house.adjuster = Optional.of(new MergeWorld(0, house.till, house.web, 2, exact, false).tillWrites());
        house.merging(policy(10));
        return house;
    }

    private static RoutePolicy policy(long threshold) {
        return new RoutePolicy(
                MergePolicy.MERGE_DELTAS,
                WebOrders.NEVER_AT_POS,
                threshold,
                new BlastRadius(100, 1000, 1000, 0),
                RoutePolicy.DEFAULT_PLAN_LIFETIME,
                SkuScope.ALL);
    }

    private StockHouse begun() {
        return begun(house(true), Baseline.ACCEPT_BOTH);
    }

    private static StockHouse begun(StockHouse house, Baseline how) {
        Path file = house.baseline(how);
        house.approve(file);
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        return house;
    }

    private static void assertLevels(StockHouse house, String till, String web) {
        assertThat(house.till.onHand("p0")).isEqualTo(Quantity.parse(till));
        assertThat(house.web.available("w0")).isEqualTo(Quantity.parse(web));
    }

    @Test
    void whatBothSidesSoldAtOnceIsCarriedToTheOther() {
        StockHouse house = begun();
        house.till.change("p0", -1);
        house.web.order("w0", 2);

        Path file = house.plan();
        PlanRow row = house.row(file, "MUG");
        assertThat(row.action()).isEqualTo(Action.MERGE);
        assertThat(row.merge())
                .contains(new MergeFigures(
                        Optional.of(Quantity.of(5)),
                        Optional.of(Quantity.of(5)),
                        Quantity.of(-1),
                        Quantity.of(-2),
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.of(-2),
                        Quantity.of(-1)));
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);

        assertLevels(house, "2", "2");
        assertThat(house.files.open(house.plan()).counts().changes()).isZero();
    }

    @Test
    void shippingAnOrderCarriesNothingASecondTime() {
        StockHouse house = begun();
        house.web.order("w0", 2);
        house.apply(house.plan());
        house.web.order("w0", -2);
        house.web.change("w0", -2);

        assertThat(house.files.open(house.plan()).counts().changes()).isZero();
        assertLevels(house, "3", "3");
    }

    @Test
    void withoutABaselineNothingIsWritten() {
        StockHouse house = house(true);
        house.till.change("p0", -1);

        Path file = house.plan();

        assertThat(house.rows(file)).extracting(PlanRow::reason).containsOnly(Reason.NO_BASELINE);
        assertThat(house.files.open(file).counts().changes()).isZero();
    }

    @Test
    void aBaselineWaitsForAPersonAndCountsFromWhatThePersonSaw() {
        StockHouse house = house(true);
        Path file = house.baseline(Baseline.ACCEPT_BOTH);
        assertThatThrownBy(() -> house.apply(file)).isInstanceOf(PortException.Rejected.class);
        house.approve(file);
        house.till.change("p0", -1);

        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        house.apply(house.cycle());

        assertLevels(house, "4", "4");
        assertThat(house.web.available("w1")).isEqualTo(Quantity.of(6));
    }

    @Test
    void aSaleBetweenABaselineAndItsApplyIsNotLostThoughACycleSawItWithoutOne() {
        StockHouse house = house(true);
        house.plan();
        Path file = house.baseline(Baseline.ACCEPT_BOTH);
        house.approve(file);
        house.till.change("p0", -1);
        house.cycle();

        house.apply(file);
        house.apply(house.cycle());

        assertLevels(house, "4", "4");
    }

    @Test
    void aBaselineByTheSourceBringsTheShopToItOnce() {
        StockHouse house = begun(house(true), Baseline.SOURCE_WINS);

        assertThat(house.web.available("w1")).isEqualTo(Quantity.of(8));
        assertThat(house.till.onHand("p1")).isEqualTo(Quantity.of(8));
        house.web.order("w1", 3);
        house.apply(house.plan());
        assertThat(house.till.onHand("p1")).isEqualTo(Quantity.of(5));
    }

    @Test
    void whatHasABaselineKeepsIt() {
        StockHouse house = begun();
        house.web.order("w0", 1);
        house.till.stock("p2", "NEW", "4");
        house.web.stock("w2", "NEW", "4");

        Path file = house.baseline(Baseline.SOURCE_WINS);

        assertThat(house.rows(file)).extracting(PlanRow::key).containsExactly("NEW");
    }

    @Test
    void aPartOfAUnitStaysOwedUntilItIsWhole() {
        StockHouse house = begun();
        house.till.change("p0", Quantity.parse("-0.25"));
        house.apply(house.plan());
        assertLevels(house, "4.75", "4");
        assertThat(house.level("w0").owedToTarget()).isEqualTo(Quantity.parse("0.75"));

        house.till.change("p0", Quantity.parse("0.25"));
        house.apply(house.plan());
        assertLevels(house, "5", "5");
    }

    @Test
    void aDifferenceOverTheThresholdWaitsForAPerson() {
        StockHouse house = begun();
        house.till.change("p0", 11);

        Path file = house.plan();
        assertThat(house.row(file, "MUG").isHeld()).isTrue();
        house.apply(file);
        assertLevels(house, "16", "5");
        assertThat(house.level("w0").source()).isEqualTo(Quantity.of(5));

        house.approve(file, "MUG");
        house.apply(file);
        assertLevels(house, "16", "16");
    }

    @Test
    void aRowThatTurnedSinceThePlanIsLeftAndStaysOwed() {
        StockHouse house = begun();
        house.till.change("p0", -1);
        Path file = house.plan();
        house.till.change("p0", 4);

        Run run = house.apply(file);

        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(run.counts()).containsEntry("MOVED_AT_SOURCE", 1L);
        assertLevels(house, "8", "5");
        house.apply(house.plan());
        assertLevels(house, "8", "8");
    }

    @Test
    void aRowThatMovedWithinTheThresholdIsCarriedAsItIsNowUnlessStrict() {
        StockHouse house = begun();
        house.till.change("p0", -1);
        Path file = house.plan();
        house.till.change("p0", -1);
        house.web.order("w0", 1);

        Run strict =
                house.apply(new ApplyStockPlan.Request(file, true, 0, "tester")).run();
        assertThat(strict.counts()).containsEntry("MOVED_AT_SOURCE", 1L);
        assertLevels(house, "3", "4");

        house.apply(house.plan());
        assertLevels(house, "2", "2");
    }

    @Test
    void aLostDifferenceIsNeitherBelievedNorSentAgainBeforeItIsProven() {
        StockHouse house = begun();
        StockAdjuster real = house.adjuster.orElseThrow();
        boolean[] proves = {false};
        int[] sent = {0};
        house.adjuster = Optional.of(new ForwardingAdjuster(real) {
            @Override
            public AdjustOutcome adjust(StockAdjustment adjustment) {
                sent[0]++;
                super.adjust(adjustment);
                throw new PortException.UnknownOutcome(FailureContext.of("adjust"), "cut", null);
            }

            @Override
            public AdjustProof prove(StockAdjustment adjustment, Instant since) {
                return proves[0]
                        ? super.prove(adjustment, since)
                        : new AdjustProof(Map.of(adjustment.lines().get(0).item(), AdjustProof.Verdict.UNPROVEN));
            }
        });
        house.web.order("w0", 1);

        assertThat(house.apply(house.plan()).counts()).containsEntry("AMBIGUOUS", 1L);
        house.till.change("p0", -1);
        assertThat(house.apply(house.plan()).counts()).containsEntry("AMBIGUOUS", 1L);
        assertLevels(house, "3", "4");
        assertThat(sent[0]).isEqualTo(1);

        proves[0] = true;
        assertThat(house.apply(house.plan()).state()).isEqualTo(RunState.COMPLETED);
        assertLevels(house, "3", "3");
        assertThat(sent[0]).isEqualTo(1);
    }

    @Test
    void aPersonsWordSettlesWhatNothingProves() {
        StockHouse house = begun();
        house.sink = new ForwardingSink(house.web) {
            private int calls;

            @Override
            public SetOutcome set(StockWrite write, String key) {
                if (calls++ == 0) {
                    throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut", null);
                }
                return calls < 4 ? SetOutcome.of(SetOutcome.Status.STALE) : super.set(write, key);
            }
        };
        house.till.change("p0", -1);
        house.apply(house.plan());
        house.web.order("w0", 1);
        assertThat(house.apply(house.plan()).counts()).containsEntry("AMBIGUOUS", 1L);

        SettleMerge.Unsettled open = house.settleMerge().of(StockHouse.ROUTE).get(0);
        assertThatThrownBy(() -> house.settleMerge().settle(StockHouse.ROUTE, open.intent(), false, "owner", "looked"))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        early -> assertThat(early.context().code()).contains(MergeErrors.PROVABLE));
        house.clock.advance(Duration.ofMinutes(20));
        assertThat(house.settleMerge().of(StockHouse.ROUTE))
                .extracting(SettleMerge.Unsettled::waits)
                .containsExactly(true);
        house.settleMerge().settle(StockHouse.ROUTE, open.intent(), false, "owner", "looked");

        assertThat(house.apply(house.plan()).state()).isEqualTo(RunState.COMPLETED);
        assertLevels(house, "3", "3");
        assertThat(house.settleMerge().of(StockHouse.ROUTE)).isEmpty();
    }

    @Test
    void aShopThatMovesWhileItIsWrittenIsReadAgainAndWhatItMovedByIsCarriedToo() {
        StockHouse house = begun();
        house.sink = new ForwardingSink(house.web) {
            private boolean sold;

            @Override
            public SetOutcome set(StockWrite write, String key) {
                if (!sold) {
                    sold = true;
                    house.web.order("w0", 1);
                }
                return super.set(write, key);
            }
        };
        house.till.change("p0", -2);

        assertThat(house.apply(house.plan()).state()).isEqualTo(RunState.COMPLETED);

        assertLevels(house, "2", "2");
    }

    @Test
    void aConflictClosesByItselfWhenNothingIsOwedAnyMore() {
        StockHouse house = begun();
        house.till.change("p0", 50);
        house.plan();
        assertThat(house.conflicts.live(StockHouse.ROUTE))
                .singleElement()
                .satisfies(open -> assertThat(open.last().kind()).isEqualTo(ConflictKind.OVER_THRESHOLD));

        house.till.change("p0", -50);
        Path file = house.plan();

        assertThat(house.files.open(file).counts().changes()).isZero();
        assertThat(house.conflicts.live(StockHouse.ROUTE)).isEmpty();
    }

    @Test
    void aRowInStepIsExplainedByWhatIsAcknowledged() {
        StockHouse house = begun();
        house.cycle();

        List<Explanation> why = house.explainStock()
                .explain(new ExplainStock.Question("BAG", Optional.of(StockHouse.ROUTE), false), Progress.NONE);

        assertThat(why).singleElement().satisfies(one -> {
            assertThat(one.row().action()).isEqualTo(Action.KEEP);
            assertThat(one.row().merge()).hasValueSatisfying(figures -> {
                assertThat(figures.acknowledgedSource()).contains(Quantity.of(8));
                assertThat(figures.acknowledgedTarget()).contains(Quantity.of(6));
            });
        });
    }

    @Test
    void whatIsOwedIsExplained() {
        StockHouse house = begun(house(false), Baseline.ACCEPT_BOTH);
        house.till.change("p0", -4);
        house.web.order("w0", 3);
        house.apply(house.plan());
        house.cycle();

        List<Explanation> why = house.explainStock()
                .explain(new ExplainStock.Question("MUG", Optional.of(StockHouse.ROUTE), false), Progress.NONE);

        assertThat(why).singleElement().satisfies(one -> {
            assertThat(one.row().merge())
                    .hasValueSatisfying(
                            figures -> assertThat(figures.owedToSource()).isEqualTo(Quantity.of(-2)));
            assertThat(one.conflict())
                    .hasValueSatisfying(open -> assertThat(open.last().kind()).isEqualTo(ConflictKind.OVERSOLD));
        });
    }

    @Test
    void whatATillCannotTakeStaysOwedUntilTheNextDelivery() {
        StockHouse house = begun(house(false), Baseline.ACCEPT_BOTH);
        house.till.change("p0", -4);
        house.web.order("w0", 3);

        Run run = house.apply(house.plan());
        assertThat(run.counts()).containsEntry("OVERSOLD", 1L);
        assertLevels(house, "0", "-2");
        assertThat(house.level("w0").owedToSource()).isEqualTo(Quantity.of(-2));
        assertThat(house.row(house.plan(), "MUG").reason()).isEqualTo(Reason.OVERSOLD);
        assertThat(house.conflicts.live(StockHouse.ROUTE))
                .singleElement()
                .satisfies(open -> assertThat(open.last().kind()).isEqualTo(ConflictKind.OVERSOLD));

        house.till.change("p0", 10);
        house.apply(house.plan());
        assertLevels(house, "8", "8");
        assertThat(house.conflicts.live(StockHouse.ROUTE)).isEmpty();
    }

    @Test
    void whatOneMergeCarriedIsNewsToAnotherAndNoEchoToItself() {
        StockHouse house = begun();
        house.web.stock("x0", "MUG-X", "5");
        RouteId second = new RouteId("second");
        Route first = house.route();
        house.mappings.add(new SkuMapping(second, new ExternalId("p0"), new ExternalId("x0")));
        house.save(new Route(
                second, first.source(), new LocationRef(StockHouse.WEB, house.web.location()), policy(10), true));
        Path file = house.baseline(second, Baseline.ACCEPT_BOTH);
        house.approve(file);
        house.apply(file);

        house.web.order("w0", 1);
        house.apply(house.plan());
        house.apply(house.plan(second));
        house.apply(house.plan());
        house.apply(house.plan(second));

        assertLevels(house, "4", "4");
        assertThat(house.web.available("x0")).isEqualTo(Quantity.of(4));
    }

    @Test
    void anApplyOfAnotherPolicyEndsTheBaseline() {
        StockHouse house = begun();
        house.route(WebOrders.AT_POS_AT_ONCE);
        house.till.change("p0", -2);
        house.apply(house.plan());
        house.merging(policy(10));

        assertThat(house.rows(house.plan())).extracting(PlanRow::reason).containsOnly(Reason.NO_BASELINE);
    }

    @Test
    void aSourceThatTakesNoDifferencesIsRefused() {
        StockHouse house = house(true);
        house.adjuster = Optional.empty();

        assertThatThrownBy(house::plan)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(MergeErrors.NO_ADJUSTER));
    }

    @Test
    void aRouteThatDoesNotMergeHasNoBaseline() {
        StockHouse house = new StockHouse(directory);

        assertThatThrownBy(() -> house.baseline(Baseline.ACCEPT_BOTH))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(MergeErrors.NOT_A_MERGE));
    }

    @Test
    void anAdjustmentIsTheSameAfterItsIntentKeptIt() {
        StockAdjustment adjustment = new StockAdjustment(
                new ExternalId("outlet 1"),
                List.of(
                        new StockAdjustment.Line(new ExternalId("a"), Quantity.parse("-0.125")),
                        new StockAdjustment.Line(new ExternalId("b"), Quantity.of(3))),
                Optional.of(new Watermark("2026-01-01T00:00:00Z\t7")));

        assertThat(AdjustmentText.parse(AdjustmentText.of(adjustment))).isEqualTo(adjustment);
    }
}
