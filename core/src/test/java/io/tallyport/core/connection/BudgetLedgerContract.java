package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link BudgetLedger} keeps to. */
public interface BudgetLedgerContract {

    /** In the hour that daylight saving skips in California, where the tests' JVM lives. */
    Instant START = Instant.parse("2026-03-08T02:30:00.123456Z");

    BudgetKey SHOP = new BudgetKey("shopify shop.example shop");
    Duration SECOND = Duration.ofSeconds(1);
    Offset<Double> CLOSE = within(1e-3);

    BudgetLedger subject();

    /** Another process's ledger over the same budgets. */
    BudgetLedger another();

    /** The clock of both; set to {@link #START} before each test. */
    SettableClock clock();

    private static BudgetReading full() {
        return new BudgetReading(2000, 2000, 100);
    }

    private static BudgetReading empty() {
        return new BudgetReading(2000, 0, 100);
    }

    private BudgetSlice reserve(String holder, BudgetReading initial, double points) {
        return subject().reserve(SHOP, initial, BudgetReport.nothing(holder), points);
    }

    @Test
    default void aSliceIsASecondsWorthAndMayBeSpentForASecond() {
        BudgetSlice slice = reserve("a", full(), 10);

        assertThat(slice.points()).isEqualTo(100, CLOSE);
        assertThat(slice.delay()).isZero();
        assertThat(slice.life()).isEqualTo(SECOND);
        assertThat(slice.capacity()).isEqualTo(2000, CLOSE);
        assertThat(slice.perSecond()).isEqualTo(100, CLOSE);
    }

    @Test
    default void aCallThatNeedsMoreGetsWhatItNeeds() {
        assertThat(reserve("a", full(), 250).points()).isEqualTo(250, CLOSE);
    }

    @Test
    default void aCallThatNeedsMoreThanThereEverIsGetsAFullBudget() {
        assertThat(reserve("a", full(), 5000).points()).isEqualTo(2000, CLOSE);
    }

    @Test
    default void twoHoldersDoNotWaitForTheSamePoints() {
        BudgetSlice first = reserve("a", empty(), 10);
        BudgetSlice second = another().reserve(SHOP, empty(), BudgetReport.nothing("b"), 10);

        assertThat(first.points()).isEqualTo(50, CLOSE);
        assertThat(first.delay()).isEqualTo(Duration.ofMillis(500));
        assertThat(second.points()).as("half of that for two").isEqualTo(25, CLOSE);
        assertThat(second.delay()).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    default void whatIsGivenBackIsThereAgain() {
        reserve("a", new BudgetReading(2000, 100, 100), 10);

        BudgetSlice next =
                subject().reserve(SHOP, full(), BudgetReport.nothing("a").returning(90), 90);

        assertThat(next.delay()).isZero();
    }

    @Test
    default void anIdleOnesPartGoesToTheOthersAfterASecond() {
        reserve("idle", full(), 10);
        assertThat(reserve("busy", full(), 10).points()).isEqualTo(50, CLOSE);

        clock().advance(SECOND);

        assertThat(reserve("busy", full(), 10).points()).isEqualTo(100, CLOSE);
    }

    @Test
    default void whatAnIdleOneDidNotSpendIsSeenInTheNextReading() {
        BudgetReading slow = new BudgetReading(100, 100, 0.1);
        subject().reserve(SHOP, slow, BudgetReport.nothing("idle"), 60);
        clock().advance(SECOND);
        reserve("busy", slow, 1);

        BudgetReport untouched = BudgetReport.nothing("busy").told(new BudgetReading(100, 99, 0.1), Duration.ZERO);
        BudgetSlice next = subject().reserve(SHOP, slow, untouched, 90);

        assertThat(next.delay()).isZero();
    }

    @Test
    default void aLargerPlanIsUsedByAllAtOnce() {
        reserve("a", full(), 10);
        another().reserve(SHOP, full(), BudgetReport.nothing("b"), 10);

        subject()
                .report(
                        SHOP,
                        BudgetReport.nothing("a").holding(90).told(new BudgetReading(4000, 3990, 200), Duration.ZERO));
        BudgetSlice next = another().reserve(SHOP, full(), BudgetReport.nothing("b"), 10);

        assertThat(next.capacity()).isEqualTo(4000, CLOSE);
        assertThat(next.perSecond()).isEqualTo(200, CLOSE);
        assertThat(next.points()).as("half a second's worth each").isEqualTo(100, CLOSE);
    }

    @Test
    default void aRateThatThePlatformDidNotSayIsKept() {
        reserve("a", full(), 10);

        BudgetReport report = BudgetReport.nothing("a").told(new BudgetReading(2000, 1990, 0), Duration.ZERO);

        assertThat(subject().reserve(SHOP, full(), report, 10).perSecond()).isEqualTo(100, CLOSE);
    }

    @Test
    default void whatSomebodyElseSpendsAtThePlatformIsMissed() {
        reserve("a", full(), 10);

        BudgetReport report = BudgetReport.nothing("a").told(new BudgetReading(2000, 20, 100), Duration.ZERO);
        BudgetSlice next = subject().reserve(SHOP, full(), report, 120);

        assertThat(next.delay()).isEqualTo(SECOND);
    }

    @Test
    default void anOldReadingDoesNotGiveAwayWhatOthersHaveTakenSince() {
        BudgetReading low = new BudgetReading(2000, 100, 100);
        subject().reserve(SHOP, low, BudgetReport.nothing("a"), 10);
        another().reserve(SHOP, low, BudgetReport.nothing("b"), 50);

        BudgetReport before =
                BudgetReport.nothing("a").holding(0).told(new BudgetReading(2000, 90, 100), Duration.ZERO);
        BudgetSlice next = subject().reserve(SHOP, low, before, 80);

        assertThat(next.delay()).as("of 90, 50 may be spent by now").isGreaterThanOrEqualTo(Duration.ofMillis(390));
    }

    @Test
    default void theAgeOfAReadingCounts() {
        reserve("a", empty(), 10);
        clock().advance(Duration.ofSeconds(2));

        BudgetReport report = BudgetReport.nothing("a").told(new BudgetReading(2000, 0, 100), SECOND);
        BudgetSlice next = subject().reserve(SHOP, full(), report, 100);

        assertThat(next.delay()).isZero();
    }

    @Test
    default void aPauseHoldsBackWhateverIsReservedThen() {
        reserve("a", full(), 10);

        subject().pause(SHOP, Duration.ofSeconds(3));
        subject().pause(SHOP, SECOND);

        assertThat(another()
                        .reserve(SHOP, full(), BudgetReport.nothing("b"), 10)
                        .delay())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    default void aBudgetThatNobodyHasUsedCanBeNeitherToldNorPaused() {
        subject().pause(SHOP, Duration.ofSeconds(3));
        subject().report(SHOP, BudgetReport.nothing("a").told(empty(), Duration.ZERO));

        assertThat(reserve("a", full(), 10).delay()).isZero();
    }

    @Test
    default void budgetsOfDifferentAccountsAreApart() {
        reserve("a", empty(), 10);

        BudgetKey other = new BudgetKey("shopify shop.example Shop");
        assertThat(subject()
                        .reserve(other, full(), BudgetReport.nothing("a"), 10)
                        .delay())
                .isZero();
    }

    @Test
    default void aClockThatIsSetBackHoldsNobodyUp() {
        reserve("a", empty(), 10);
        subject().pause(SHOP, SECOND);

        clock().advance(Duration.ofHours(-1));

        assertThat(reserve("b", full(), 10).delay()).isLessThanOrEqualTo(SECOND);
    }

    @Test
    default void whoLookedAtTheClockALittleEarlierGainsNothing() {
        reserve("a", empty(), 10);

        for (int i = 0; i < 100; i++) {
            clock().advance(Duration.ofMillis(-10));
            reserve("b", empty(), 1);
            clock().advance(Duration.ofMillis(10));
        }

        double owed = 50 + 100 * 25;
        assertThat(reserve("b", empty(), 25).delay().toMillis() / 10.0).isGreaterThanOrEqualTo(owed);
    }

    @Test
    default void twoBusyHoldersGetHalfEach() {
        List<Double> spent = rush(List.of(0.0, 0.0), Duration.ofSeconds(60));

        assertThat(spent.get(0)).isEqualTo(3000, within(150.0));
        assertThat(spent.get(1)).isEqualTo(3000, within(150.0));
    }

    @Test
    default void anIdleHolderLeavesItsPartToTheBusyOnes() {
        List<Double> spent = rush(List.of(0.0, 0.0, 10.0), Duration.ofSeconds(60));

        assertThat(spent.get(0) + spent.get(1) + spent.get(2)).isGreaterThan(5700);
        assertThat(spent.get(2)).as("it wants 10 points every 10 seconds").isLessThan(400);
    }

    /** What holders get of an empty budget, each of which reserves again as soon as it has spent, and rested. */
    private List<Double> rush(List<Double> rests, Duration length) {
        List<Double> spent = new ArrayList<>();
        List<Instant> ready = new ArrayList<>();
        rests.forEach(rest -> {
            spent.add(0.0);
            ready.add(START);
        });
        while (true) {
            int next = 0;
            for (int i = 1; i < ready.size(); i++) {
                next = ready.get(i).isBefore(ready.get(next)) ? i : next;
            }
            if (ready.get(next).isAfter(START.plus(length))) {
                return spent;
            }
            clock().set(ready.get(next));
            BudgetSlice slice = (next == 0 ? subject() : another())
                    .reserve(SHOP, empty(), BudgetReport.nothing("holder " + next), 10);
            spent.set(next, spent.get(next) + slice.points());
            Duration busy = slice.delay().plusMillis(100 + (long) (rests.get(next) * 1000));
            ready.set(next, ready.get(next).plus(busy));
        }
    }

    @Test
    default void ofManyWhoReserveAtOnceNoneGetsWhatAnotherHas() {
        int many = 24;
        List<BudgetSlice> slices = Racers.race(8, number -> {
                    List<BudgetSlice> mine = new ArrayList<>();
                    for (int i = 0; i < many / 8; i++) {
                        BudgetLedger ledger = i % 2 == 0 ? subject() : another();
                        mine.add(ledger.reserve(SHOP, empty(), BudgetReport.nothing("holder " + number), 10));
                    }
                    return mine;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        double all = slices.stream().mapToDouble(BudgetSlice::points).sum();
        Duration longest =
                slices.stream().map(BudgetSlice::delay).max(Duration::compareTo).orElseThrow();
        assertThat(slices).hasSize(many);
        assertThat(slices.stream().map(BudgetSlice::delay).distinct()).hasSize(many);
        assertThat(longest.toNanos() / 1e9 * 100)
                .as("the last waits for all of them")
                .isEqualTo(all, within(0.1));
    }
}
