package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanStockTest {

    @TempDir
    Path directory;

    private StockHouse house;

    @BeforeEach
    void twoShops() {
        house = new StockHouse(directory);
        house.till.stock("p1", "A", "7").stock("p2", "B", "3");
        house.web.stock("w1", "A", "5").stock("w2", "B", "3");
    }

    private PlanRow planned(String key) {
        return house.row(house.plan(), key);
    }

    private void assertSkipped(String key, Reason reason) {
        PlanRow row = planned(key);
        assertThat(row.action()).isEqualTo(Action.SKIP);
        assertThat(row.reason()).isEqualTo(reason);
    }

    @Test
    void aDifferenceIsSetAndARowInStepIsOnlyCounted() {
        Path file = house.plan();
        assertThat(house.rows(file)).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo("A");
            assertThat(row.figure()).isEqualTo(StockFigure.AVAILABLE);
            assertThat(row.local()).contains(Quantity.of(7));
            assertThat(row.remote()).contains(Quantity.of(5));
            assertThat(row.desired()).contains(Quantity.of(7));
            assertThat(row.action()).isEqualTo(Action.SET);
            assertThat(row.reason()).isEqualTo(Reason.CHANGED);
        });
        assertThat(house.files.open(file).counts().unchanged()).isEqualTo(1);
        assertThat(house.files.open(file).counts().eligible()).isEqualTo(2);
    }

    @Test
    void ordersEnteredWhenFulfilledMakeThePosFigureOnHand() {
        house.route(WebOrders.AT_POS_WHEN_FULFILLED);
        house.web.committed("w1", 4);
        PlanRow row = planned("A");
        assertThat(row.figure()).isEqualTo(StockFigure.ON_HAND);
        assertThat(row.remote()).contains(Quantity.of(5));
    }

    @Test
    void ordersEnteredAtOnceMakeThePosFigureAvailable() {
        house.web.committed("w1", 4);
        assertThat(planned("A").remote()).contains(Quantity.of(1));
    }

    @Test
    void aDifferenceOfTheThresholdIsFreeAndOneMoreIsHeld() {
        house.till.change("p1", 8);
        house.till.change("p2", 11);
        Path file = house.plan();
        assertThat(house.row(file, "A").hold()).isEqualTo(Hold.FREE);
        assertThat(house.row(file, "B").hold()).isEqualTo(Hold.HELD);
        assertThat(house.row(file, "B").reason()).isEqualTo(Reason.OVER_THRESHOLD);
    }

    @Test
    void aNegativeFigureCountsAsNoneAndIsSaid() {
        house.till.stock("p3", "C", "-2.5");
        house.web.stock("w3", "C", "4");
        PlanRow row = planned("C");
        assertThat(row.desired()).contains(Quantity.ZERO);
        assertThat(row.reason()).isEqualTo(Reason.NEGATIVE);
    }

    @Test
    void aFractionIsRoundedDownAndIsSaidEvenWhereNothingIsToDo() {
        house.till.stock("p3", "C", "4.75");
        house.web.stock("w3", "C", "4");
        PlanRow row = planned("C");
        assertThat(row.action()).isEqualTo(Action.KEEP);
        assertThat(row.reason()).isEqualTo(Reason.FRACTIONAL);
    }

    @Test
    void whatOnlyOneSideHasIsLeftAloneWithItsReason() {
        house.till.stock("p3", "ONLY-POS", "4");
        house.web.stock("w3", "ONLY-WEB", "4");
        assertSkipped("ONLY-POS", Reason.UNMAPPED_SOURCE);
        assertSkipped("ONLY-WEB", Reason.UNMAPPED_TARGET);
    }

    @Test
    void aSkuThatStandsTwiceOnEitherSideIsNotGuessed() {
        house.till.stock("p3", "A", "9");
        assertSkipped("A", Reason.DUPLICATE_SKU);
        house.web.stock("w3", "B", "9");
        assertSkipped("B", Reason.DUPLICATE_SKU);
    }

    @Test
    void skusMatchWithoutSurroundingSpaceAndDifferByCase() {
        house.till.stock("p3", " C-1\u00a0", "4").stock("p4", "d-1", "4");
        house.web.stock("w3", "C-1", "1").stock("w4", "D-1", "1");
        assertThat(planned("C-1").action()).isEqualTo(Action.SET);
        assertSkipped("d-1", Reason.UNMAPPED_SOURCE);
        assertSkipped("D-1", Reason.UNMAPPED_TARGET);
    }

    @Test
    void aMappingGoesBeforeTheSku() {
        house.till.stock("p3", "A", "9");
        house.mappings.add(new SkuMapping(StockHouse.ROUTE, new ExternalId("p1"), new ExternalId("w1")));
        Path file = house.plan();
        assertThat(house.rows(file))
                .anySatisfy(row -> {
                    assertThat(row.sourceItem()).contains(new ExternalId("p1"));
                    assertThat(row.action()).isEqualTo(Action.SET);
                })
                .anySatisfy(row -> {
                    assertThat(row.sourceItem()).contains(new ExternalId("p3"));
                    assertThat(row.reason()).isEqualTo(Reason.UNMAPPED_SOURCE);
                });
    }

    @Test
    void whatIsNotTrackedOrNotStockedIsLeftAlone() {
        house.web.untracked("w1").stocking("w2", Stocking.INACTIVE);
        assertSkipped("A", Reason.NOT_TRACKED);
        assertSkipped("B", Reason.NOT_STOCKED_AT_LOCATION);
    }

    @Test
    void aMissingLevelAtThePosIsNotZero() {
        house.till.stocking("p1", Stocking.NOT_STOCKED);
        assertSkipped("A", Reason.NO_LEVEL_AT_SOURCE);
    }

    @Test
    void activationIsPlannedOnlyWhenAskedFor() {
        house.web.stocking("w2", Stocking.NOT_STOCKED);
        assertThat(house.row(house.plan(true), "B").action()).isEqualTo(Action.ACTIVATE);
    }

    @Test
    void aReadWithoutProofPlansNoZeroAndNoAbsence() {
        house.till.withoutProof().stock("p3", "C", "0");
        house.web.stock("w3", "C", "4").stock("w4", "D", "4");
        assertSkipped("C", Reason.INCOMPLETE_READ);
        assertSkipped("D", Reason.INCOMPLETE_READ);
        assertThat(planned("A").action()).isEqualTo(Action.SET);
    }

    @Test
    void rowsThatAPageLostSilentlyAreNoticedByTheTotal() {
        house.web.losingRows(1);
        assertSkipped("B", Reason.INCOMPLETE_READ);
    }

    @Test
    void aPlanThatChangesTooMuchIsHeldAsAWholeAndNothingLess() {
        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(50, 0, 1000, 90));
        assertThat(house.files.open(house.plan()).isHeld()).isFalse();
        house.till.change("p2", 1);
        assertThat(house.files.open(house.plan()).heldBecause())
                .singleElement()
                .asString()
                .contains("2 of 2");
    }

    @Test
    void aPlanThatZeroesTooMuchIsHeld() {
        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(100, 1000, 1, 90));
        house.till.change("p1", -7);
        assertThat(house.files.open(house.plan()).isHeld()).isFalse();
        house.till.change("p2", -3);
        assertThat(house.files.open(house.plan()).heldBecause())
                .singleElement()
                .asString()
                .contains("go to zero");
    }

    @Test
    void aSourceThatLostRowsSinceTheLastReadHoldsThePlanUntilItIsApproved() {
        for (int i = 0; i < 18; i++) {
            house.till.stock("q" + i, "Q" + i, "1");
        }
        house.plan();
        for (int i = 0; i < 3; i++) {
            house.till.remove("q" + i);
        }
        Path file = house.plan();
        assertThat(house.files.open(file).heldBecause())
                .singleElement()
                .asString()
                .contains("returned 17");
        house.approve(file);
        house.apply(file);
        assertThat(house.files.open(house.plan()).isHeld()).isFalse();
    }

    @Test
    void agreedFiguresAreRememberedAndShownInTheNextPlan() {
        house.plan();
        house.till.change("p2", 2);
        assertThat(planned("B").acknowledged()).contains(Quantity.of(3));
    }
}
