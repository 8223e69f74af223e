package io.tallyport.core.counting;

import static io.tallyport.core.counting.CountingTill.ACTOR;
import static io.tallyport.core.counting.CountingTill.count;
import static io.tallyport.core.counting.CountingTill.item;
import static io.tallyport.core.counting.CountingTill.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.counting.CountResult.Ending;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.PurchaseErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts from the list to the stock, and what stops them on the way. */
class CountingTest {

    private final CountingTill house =
            new CountingTill().stocks("MUG", 12).stocks("TRAY", 5).stocks("LAMP", 30);
    private final StockCount count = count(line("MUG", 11), line("TRAY", 0));

    private List<Intent> writes() {
        return house.journal.ofOwner(CountWork.owner(CountingTill.ID, CountingTill.REFERENCE));
    }

    @Test
    void theFiguresAreTheStockAndWhatWasNotCountedStays() {
        assertThat(house.started(count).ending()).isEqualTo(Ending.COUNTED);
        assertThat(house.shop.stock().get(item("MUG"))).isEqualTo(Quantity.of(12));

        CountResult done = house.completed(count, new CountConsent(1, 0));

        assertThat(done.ending()).isEqualTo(Ending.DONE);
        assertThat(house.shop.stock())
                .isEqualTo(Map.of(
                        item("MUG"), Quantity.of(11), item("TRAY"), Quantity.ZERO, item("LAMP"), Quantity.of(30)));
        assertThat(house.audit.recent(10))
                .extracting(AuditEntry::action)
                .containsExactly("count completed", "count created");
    }

    @Test
    void thePlatformIsAskedToListAndLookedAtAgainLater() {
        CountResult waiting = new StartCount(house.desk()).start(count, ACTOR);

        assertThat(waiting.ending()).isEqualTo(Ending.WAITING);
        assertThat(waiting.again()).contains(CountingTill.START.plus(CountPolicy.DEFAULT.listing()));
    }

    @Test
    void aCountThatIsDoneIsNeverDoneAgain() {
        house.started(count);
        house.completed(count, new CountConsent(1, 0));
        house.shop.stocks(item("MUG"), 3);
        int before = writes().size();

        assertThat(house.started(count).ending()).isEqualTo(Ending.DONE);
        assertThat(house.completed(count, new CountConsent(1, 0)).ending()).isEqualTo(Ending.DONE);
        CountResult other = house.started(count(line("MUG", 9)));

        assertThat(other.ending()).isEqualTo(Ending.DONE);
        assertThat(other.message()).contains("another list");
        assertThat(house.cancelled().ending()).isEqualTo(Ending.DONE);
        assertThat(writes()).hasSize(before);
        assertThat(house.shop.completions()).isEqualTo(1);
        assertThat(house.shop.stock().get(item("MUG"))).isEqualTo(Quantity.of(3));
    }

    @Test
    void aPlatformThatListsTheWholeStoreCompletesNothing() {
        house.shop.listWholeStores();

        CountResult held = house.started(count);

        assertThat(held.ending()).isEqualTo(Ending.HELD);
        assertThat(held.code()).contains(CountErrors.OTHER_PRODUCTS);
        assertThat(held.message()).contains("i-LAMP");
        assertThat(house.completed(count, new CountConsent(1, 0)).code()).contains(CountErrors.OTHER_PRODUCTS);
        assertThat(house.shop.completions()).isZero();
    }

    @Test
    void aListOfTheWholeStoreMustHaveAllOfIt() {
        StockCount whole = new StockCount(
                CountingTill.ID, CountingTill.REFERENCE, "Main", "", List.of(line("MUG", 11), line("TRAY", 5)), true);
        assertThat(house.started(whole).code()).contains(CountErrors.OTHER_PRODUCTS);
        house.cancelled();
        StockCount all = new StockCount(
                CountingTill.ID,
                CountingTill.REFERENCE,
                "Main",
                "",
                List.of(line("MUG", 11), line("TRAY", 5), line("LAMP", 30)),
                true);

        assertThat(house.started(all).ending()).isEqualTo(Ending.COUNTED);
        assertThat(house.completed(all, CountConsent.NONE).ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void whatAPersonAddedOrEnteredStopsTheCompletion() {
        ExternalId id = house.started(count).consignment().orElseThrow();
        house.shop.personCounts(id, item("MUG"), 8);
        CountResult figures = house.completed(count, new CountConsent(1, 0));
        assertThat(figures.code()).contains(CountErrors.OTHER_FIGURES);
        assertThat(figures.message()).contains("MUG").contains("11").contains("8");
        assertThat(house.started(count).ending()).isEqualTo(Ending.COUNTED);

        house.shop.personAdds(id, item("LAMP"));

        assertThat(house.completed(count, new CountConsent(1, 0)).code()).contains(CountErrors.OTHER_PRODUCTS);
        assertThat(new PlanCount(house.desk()).plan(count).others()).containsExactly(item("LAMP"));
        assertThat(house.shop.stock().get(item("LAMP"))).isEqualTo(Quantity.of(30));
    }

    @Test
    void aChangedListIsEnteredWhereItDiffers() {
        house.started(count);
        StockCount again = count(line("MUG", 10), line("TRAY", 4));

        assertThat(house.started(again).ending()).isEqualTo(Ending.COUNTED);
        assertThat(house.completed(count, new CountConsent(1, 0)).code()).contains(CountErrors.OTHER_FIGURES);
        assertThat(house.completed(again, CountConsent.NONE).ending()).isEqualTo(Ending.DONE);
        assertThat(house.shop.stock().get(item("TRAY"))).isEqualTo(Quantity.of(4));
    }

    @Test
    void aListOfOtherProductsIsNoLongerTheSameCount() {
        house.started(count);

        assertThat(house.started(count(line("MUG", 11), line("LAMP", 30))).code())
                .contains(CountErrors.OTHER_PRODUCTS);
    }

    @Test
    void linesToZeroAndLargeChangesAreNamedByTheirNumber() {
        StockCount much = count(line("MUG", 40), line("TRAY", 0), line("LAMP", 29));
        CountPlan plan = new PlanCount(house.desk()).plan(much);
        assertThat(plan.rows())
                .extracting(CountRow::change)
                .containsExactly(CountRow.Change.LARGE, CountRow.Change.TO_ZERO, CountRow.Change.SMALL);
        assertThat(plan.needed()).isEqualTo(new CountConsent(1, 1));
        assertThat(plan.rows().get(2).difference()).contains(Quantity.of(-1));
        house.started(much);

        for (CountConsent wrong : List.of(CountConsent.NONE, new CountConsent(1, 0), new CountConsent(2, 1))) {
            assertThat(house.completed(much, wrong).code()).contains(CountErrors.NO_CONSENT);
        }

        assertThat(house.shop.completions()).isZero();
        assertThat(house.completed(much, new CountConsent(1, 1)).ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void planningOnlyReads() {
        CountPlan plan = new PlanCount(house.desk()).plan(count);

        assertThat(plan.hold()).isEmpty();
        assertThat(plan.present()).isEqualTo(Quantity.of(17));
        assertThat(plan.counted()).isEqualTo(Quantity.of(11));
        assertThat(writes()).isEmpty();
        assertThat(house.shop.ids()).isEmpty();
    }

    @Test
    void everySkuThatMeansNoItemOrSeveralIsNamedAndNothingIsSent() {
        house.again("TRAY");

        CountResult held = house.started(count(line("MUG", 1), line("TRAY", 2), line("NOPE", 3)));

        assertThat(held.code()).contains(PurchaseErrors.SKU_NOT_FOUND);
        assertThat(held.message()).contains("TRAY (2 items)").contains("NOPE (no item)");
        assertThat(writes()).isEmpty();
    }

    @Test
    void anOutletThatIsNotMappedHoldsTheCount() {
        StockCount elsewhere =
                new StockCount(CountingTill.ID, CountingTill.REFERENCE, "Cellar", "", count.lines(), false);

        assertThat(house.started(elsewhere).code()).contains(CountErrors.UNMAPPED);
        assertThat(new PlanCount(house.desk())
                        .plan(elsewhere)
                        .hold()
                        .orElseThrow()
                        .code())
                .isEqualTo(CountErrors.UNMAPPED);
        assertThat(writes()).isEmpty();
    }

    @Test
    void moreProductsThanACountCanBeLimitedToAreRefusedBeforeAnythingIsSent() {
        CountedLine[] many = IntStream.range(0, 26)
                .mapToObj(i -> {
                    house.stocks("M" + i, i);
                    return line("M" + i, i);
                })
                .toArray(CountedLine[]::new);

        CountResult held = house.started(count(many));

        assertThat(held.code()).contains(CountErrors.BAD_COUNT);
        assertThat(held.message()).contains("25").contains("26");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aPlatformWithoutCountsSaysSo() {
        CountDesk desk = house.desk(List.of(house.lookup(), house.levels()));

        assertThat(new StartCount(desk).start(count, ACTOR).code()).contains(CountErrors.CANNOT);
        assertThat(new PlanCount(desk).plan(count).hold().orElseThrow().code()).isEqualTo(CountErrors.CANNOT);
    }

    @Test
    void aCountOfSomebodyElseWithTheReferenceIsLeftAlone() {
        ExternalId theirs = house.shop.create(new NewConsignment(
                ConsignmentKind.STOCKTAKE,
                CountingTill.OUTLET,
                Optional.empty(),
                Optional.empty(),
                CountingTill.REFERENCE.value(),
                "by hand",
                "x"));

        assertThat(house.started(count).code()).contains(CountErrors.FOREIGN);
        house.cancelled();

        assertThat(house.shop.live()).extracting(Consignment::id).containsExactly(theirs);
    }

    @Test
    void aCountThatWasCalledOffHereMayBeStartedAnew() {
        house.started(count);
        assertThat(house.cancelled().ending()).isEqualTo(Ending.CALLED_OFF);
        assertThat(house.shop.live()).isEmpty();

        assertThat(house.started(count).ending()).isEqualTo(Ending.COUNTED);
        assertThat(house.shop.live()).hasSize(1);
    }

    @Test
    void aCountThatAPersonPutAwayIsNotMadeAgain() {
        ExternalId id = house.started(count).consignment().orElseThrow();
        house.shop.personSets(id, ConsignmentState.CLOSED);

        CountResult held = house.started(count);

        assertThat(held.code()).contains(CountErrors.NOT_THERE);
        assertThat(house.shop.live()).isEmpty();
    }

    @Test
    void nothingIsCompletedThatWasNotStarted() {
        assertThat(house.completed(count, CountConsent.NONE).code()).contains(CountErrors.NOT_THERE);
        assertThat(writes()).isEmpty();
    }

    @Test
    void whereItStandsIsShown() {
        assertThatThrownBy(() -> new ShowCount(house.desk()).show(CountingTill.ID, CountingTill.REFERENCE))
                .isInstanceOf(PortException.Rejected.class);
        house.started(count);

        ShowCount.Standing standing = new ShowCount(house.desk()).show(CountingTill.ID, CountingTill.REFERENCE);

        assertThat(standing.live())
                .singleElement()
                .satisfies(one -> assertThat(one.lines()).hasSize(2));
        assertThat(standing.open()).isEmpty();
        assertThat(standing.writes()).isEqualTo(writes().size());
    }

    @Test
    void aListHasEachSkuOnceAndNothingBelowZero() {
        assertThatThrownBy(() -> count(line("MUG", 1), line("MUG", 2))).hasMessageContaining("MUG");
        assertThatThrownBy(() -> count()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new CountedLine(new Sku("MUG"), Quantity.of(-1)))
                .hasMessageContaining("zero or more");
        assertThatThrownBy(() -> new CountReference("CNT 1")).hasMessageContaining("letters");
        assertThat(new CountReference("CNT-2026-001")).hasToString("CNT-2026-001");
    }
}
