package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of what changed: what they read, what they find, and when everything is read all the same. */
class CyclePlanTest {

    private static final int ITEMS = 60;

    @TempDir
    Path directory;

    private StockHouse house;
    private CountedSource till;
    private CountedSource web;

    @BeforeEach
    void twoShopsInStep() {
        house = new StockHouse(directory);
        for (int i = 0; i < ITEMS; i++) {
            house.till.stock("p" + i, "S" + i, "9");
            house.web.stock("w" + i, "S" + i, "9");
        }
        house.till.tellingFiguresOnly();
        till = new CountedSource(house.till);
        web = new CountedSource(house.web);
        house.pos = till;
        house.shop = web;
        house.plan();
        till.calls();
        web.calls();
    }

    private Coverage coverage(Path plan) {
        return house.files.open(plan).header().coverage();
    }

    private void assertFull(Path plan, String because) {
        assertThat(coverage(plan).kind()).isEqualTo(Coverage.Kind.FULL);
        assertThat(coverage(plan).because()).contains(because);
    }

    private Path assertCycle(Path plan) {
        assertThat(coverage(plan))
                .satisfies(is -> assertThat(is.kind()).as(is.because()).isEqualTo(Coverage.Kind.CYCLE));
        return plan;
    }

    private List<DueRow> due() {
        List<DueRow> rows = new ArrayList<>();
        house.cycleStores.of(StockHouse.ROUTE, rows::add);
        return rows;
    }

    @Test
    void whatChangedIsPlannedAndWrittenAndNothingElseIsRead() {
        house.till.change("p7", -2);
        house.till.change("p8", 1);
        till.calls();

        Path file = assertCycle(house.cycle());
        assertThat(house.rows(file)).extracting(PlanRow::key).containsExactly("S7", "S8");
        assertThat(house.row(file, "S7").title()).isEqualTo("Item p7");
        assertThat(house.files.open(file).counts().sourceRows()).isEqualTo(ITEMS);
        assertThat(till.calls()).isEqualTo(1);
        assertThat(web.calls()).isEqualTo(1);

        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.onHand("w7")).isEqualTo(Quantity.of(7));
        assertThat(house.web.onHand("w8")).isEqualTo(Quantity.of(10));
    }

    @Test
    void theEchoOfOurOwnWritesCostsNoWrite() {
        house.till.change("p7", -2);
        house.apply(house.cycle());

        Path next = assertCycle(house.cycle());

        assertThat(coverage(next).changed()).isEqualTo(1);
        assertThat(house.files.open(next).counts().changes()).isZero();
        assertThat(due()).isEmpty();
        assertThat(coverage(house.cycle()).changed()).isZero();
    }

    @Test
    void aPlanThatIsNeverAppliedComesAgain() {
        house.till.change("p7", -2);
        house.cycle();

        Path next = assertCycle(house.cycle());

        assertThat(house.rows(next)).extracting(PlanRow::key).containsExactly("S7");
        house.apply(next);
        assertThat(due()).isEmpty();
    }

    @Test
    void aWholePlanThatIsNeverAppliedComesAgainInACycle() {
        house.till.change("p7", -2);
        house.plan();

        assertThat(house.rows(assertCycle(house.cycle())))
                .extracting(PlanRow::key)
                .containsExactly("S7");
    }

    @Test
    void aHeldRowComesAgainUntilItIsDecided() {
        house.till.change("p7", 50);
        house.cycle();

        Path next = assertCycle(house.cycle());
        assertThat(house.row(next, "S7").hold()).isEqualTo(Hold.HELD);
        house.apply(next);
        assertThat(due()).hasSize(1);

        house.till.change("p7", -50);
        house.cycle();
        assertThat(due()).isEmpty();
    }

    @Test
    void theApplyOfAnOlderPlanLeavesDueWhatALaterPlanMadeDue() {
        house.till.change("p7", -2);
        Path older = house.cycle();
        house.till.change("p7", -1);
        house.cycle();

        house.apply(older);

        assertThat(due()).hasSize(1);
        house.cycle();
        assertThat(house.web.onHand("w7")).isEqualTo(Quantity.of(6));
        assertThat(due()).isEmpty();
    }

    @Test
    void aWebOrderThatThePosDoesNotKnowIsHeldAgainstTheRealPosFigure() {
        house.till.changeSilently("p7", -3);
        house.web.change("w7", -1);
        till.calls();

        Path file = assertCycle(house.cycle());

        assertThat(till.named()).isEqualTo(1);
        assertThat(house.row(file, "S7").local()).contains(Quantity.of(6));
        assertThat(house.row(file, "S7").desired()).contains(Quantity.of(6));
    }

    @Test
    void anItemThatTheSourceDoesNotKnowWhenAskedIsNotWritten() {
        house.till.remove("p7");
        house.web.change("w7", -1);

        Path file = assertCycle(house.cycle());

        assertThat(house.row(file, "S7").reason()).isEqualTo(Reason.UNMAPPED_TARGET);
    }

    @Test
    void aRowThatMovedAtTheTargetUnseenIsLookedAtWhenItComesAgain() {
        house.till.change("p7", -2);
        house.web.changeSilently("w7", -4);
        Path first = house.cycle();
        house.apply(first);
        assertThat(due()).hasSize(1);

        Path next = assertCycle(house.cycle());

        assertThat(house.row(next, "S7").remote()).contains(Quantity.of(5));
        house.apply(next);
        assertThat(house.web.onHand("w7")).isEqualTo(Quantity.of(7));
        assertThat(due()).isEmpty();
    }

    @Test
    void whatNoReadOfChangesToldIsMendedByTheNextWholePlan() {
        house.till.changeSilently("p7", -2);
        assertThat(house.rows(assertCycle(house.cycle()))).isEmpty();

        house.clock.advance(Duration.ofHours(24));
        Path file = house.cycle();

        assertFull(file, "every 24 h");
        assertThat(house.rows(file)).extracting(PlanRow::key).containsExactly("S7");
        assertCycle(house.cycle());
    }

    @Test
    void aNewItemIsAskedForAndMatched() {
        house.web.stock("w-new", "NEW", "1");
        house.till.stock("p-new", "NEW", "4");

        Path file = assertCycle(house.cycle());

        assertThat(till.named()).isEqualTo(1);
        assertThat(house.row(file, "NEW").desired()).contains(Quantity.of(4));
        assertThat(house.files.open(file).counts().sourceRows()).isEqualTo(ITEMS + 1);
    }

    @Test
    void aSecondItemUnderASkuMakesItAmbiguousAndItsLeavingUnambiguousAgain() {
        house.till.stock("p-twin", "S7", "1");
        house.till.change("p7", -1);
        assertThat(house.row(assertCycle(house.cycle()), "S7").reason()).isEqualTo(Reason.DUPLICATE_SKU);

        house.till.remove("p-twin");
        house.plan();
        Path file = house.cycle();

        assertThat(house.row(file, "S7").action()).isEqualTo(Action.SET);
    }

    @Test
    void anItemThatIsGoneAfterAWholeReadIsGoneFromTheMirror() {
        house.till.remove("p7");
        house.plan();

        assertThat(house.mirror.ofItems(source(), List.of(new ExternalId("p7"))))
                .isEmpty();
        assertThat(house.mirror.state(source()).orElseThrow().rows()).isEqualTo(ITEMS - 1);
    }

    private LocationRef source() {
        return new LocationRef(StockHouse.TILL, house.till.location());
    }

    @Test
    void aRenamedSkuIsFoundByAWholeReadForAnotherRouteToo() {
        RouteId other = secondRoute();
        house.plan(other);
        house.web.stock("w-c", "C", "1");
        house.till.rename("p7", "C");

        house.plan();
        Path file = assertCycle(house.cycle(other));

        assertThat(house.row(file, "C").action()).isEqualTo(Action.SET);
    }

    private RouteId secondRoute() {
        RouteId other = new RouteId("second");
        Route first = house.route();
        house.save(new Route(other, first.source(), first.target(), first.policy(), true));
        return other;
    }

    @Test
    void routesFromOneLocationEachSeeEveryChangeOnce() {
        RouteId other = secondRoute();
        house.plan(other);
        house.till.change("p7", -1);
        assertThat(house.rows(assertCycle(house.cycle()))).hasSize(1);
        house.till.change("p8", -1);

        assertThat(house.rows(assertCycle(house.cycle(other))))
                .extracting(PlanRow::key)
                .containsExactly("S7", "S8");
        assertThat(house.rows(assertCycle(house.cycle())))
                .extracting(PlanRow::key)
                .containsExactly("S7", "S8");
    }

    @Test
    void aMappedPairIsPlannedByItsMapping() {
        house.till.stock("p-x", "X", "4");
        house.web.stock("w-y", "Y", "1");
        house.mappings.add(new SkuMapping(StockHouse.ROUTE, new ExternalId("p-x"), new ExternalId("w-y")));
        assertFull(house.cycle(), "mappings have changed");
        house.till.change("p-x", 1);

        PlanRow row = house.row(assertCycle(house.cycle()), "X");

        assertThat(row.targetItem()).contains(new ExternalId("w-y"));
        assertThat(row.desired()).contains(Quantity.of(5));
    }

    @Test
    void everythingIsReadWhereTheRouteOrItsConnectionsAreOthersNow() {
        RoutePolicy policy = house.route().policy();
        house.route(WebOrders.AT_POS_AT_ONCE, policy.guard(), new SkuScope(List.of("S")));
        assertFull(house.cycle(), "have changed");
        assertCycle(house.cycle());

        house.connections.save(
                house.connections.find(StockHouse.TILL).orElseThrow().withOptions(Map.of("sku-field", "systemSku")));
        assertFull(house.cycle(), "have changed");
        assertCycle(house.cycle());
    }

    @Test
    void aRouteThatWasNeverPlannedIsPlannedWhole() {
        assertFull(house.cycle(secondRoute()), "has not been planned whole");
    }

    @Test
    void aReadWithoutProofIsNoMirror() {
        StockHouse unproven = new StockHouse(directory);
        unproven.till.stock("p1", "A", "1").withoutProof();
        unproven.web.stock("w1", "A", "1");
        unproven.plan();

        Path file = unproven.cycle();

        assertThat(unproven.files.open(file).header().coverage().isFull()).isTrue();
    }

    @Test
    void aSourceThatLostManyRowsDoesNotEmptyTheMirror() {
        for (int i = 0; i < 10; i++) {
            house.till.remove("p" + i);
        }
        assertThat(house.files.open(house.plan()).isHeld()).isTrue();

        assertThat(house.mirror.state(source()).orElseThrow().rows()).isEqualTo(ITEMS);
    }

    @Test
    void everythingIsReadWhereThePlatformDoesNotTakeTheMark() {
        house.pos = new ForwardingSource(house.till) {
            @Override
            public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
                throw new PortException.Rejected(FailureContext.of("changes"), "the watermark is too old");
            }
        };

        assertFull(house.cycle(), "the watermark is too old");
    }

    @Test
    void theGuardsPercentCountsAgainstAllRowsNotAgainstTheHandfulThatChanged() {
        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(10, 0, 1000, 90));
        house.plan();
        for (int i = 0; i < 6; i++) {
            house.till.change("p" + i, -1);
        }
        assertThat(house.files.open(assertCycle(house.cycle())).isHeld()).isFalse();

        house.till.change("p6", -1);
        assertThat(house.files.open(assertCycle(house.cycle())).heldBecause())
                .singleElement()
                .asString()
                .contains("7 of 60 rows");
    }

    @Test
    void aCycleDoesNotOverwriteWhatTheLastWholeReadSaw() {
        LastRead before = house.stocks.lastRead(source()).orElseThrow();
        house.till.change("p7", -1);
        house.apply(house.cycle());

        assertThat(house.stocks.lastRead(source())).contains(before);
    }

    @Test
    void whileAnotherReadsTheLocationACycleIsRefusedAndAWholePlanIsNot() {
        assertThat(house.leases.acquire("mirror:" + source(), "another", Duration.ofMinutes(5)))
                .isPresent();
        house.till.change("p7", -1);

        assertThatThrownBy(() -> house.cycle())
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(PlanErrors.READING));
        assertThat(house.rows(house.plan())).hasSize(1);
    }

    @Test
    void aPlanForItselfAloneLeavesTheMirrorAndAddsToWhatIsDue() {
        house.till.change("p7", -1);
        house.cycle();
        MirrorState before = house.mirror.state(source()).orElseThrow();
        house.till.changeSilently("p8", -1);

        house.planOnce();

        assertThat(house.mirror.state(source())).contains(before);
        assertThat(house.rows(assertCycle(house.cycle())))
                .extracting(PlanRow::key)
                .containsExactly("S7", "S8");
    }

    @Test
    void locationsAreAskedForOnceAnHour() {
        int asked = house.asked();
        house.cycle();
        assertThat(house.asked()).isEqualTo(asked);

        house.clock.advance(Duration.ofHours(1));
        house.cycle();
        assertThat(house.asked()).isEqualTo(asked + 2);
    }
}
