package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.BudgetReading;
import io.tallyport.core.connection.BudgetReport;
import io.tallyport.core.connection.BudgetSlice;
import io.tallyport.core.connection.LocalBudgetLedger;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SharedBudgetTest {

    private static final BudgetKey SHOP = new BudgetKey("shop");

    private final HandClock clock = new HandClock();
    private final CountingLedger ledger = new CountingLedger(new LocalBudgetLedger(clock));

    @Test
    void whatFitsGoesAtOnce() throws InterruptedException {
        budget(BucketReading.leaky(0, 90, 1)).acquire(90);

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void whatDoesNotFitWaitsForWhatIsMissing() throws InterruptedException {
        budget(BucketReading.points(2000, 50, 100)).acquire(250);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void callsAreSpentFromASliceWithoutAskingForEach() throws InterruptedException {
        RateBudget budget = budget(BucketReading.points(2000, 2000, 100));

        for (int call = 0; call < 30; call++) {
            budget.acquire(10);
            budget.settled(10, OptionalDouble.of(10), Optional.empty());
        }

        assertThat(ledger.asked).as("slices of 100").isEqualTo(3);
    }

    @Test
    void whatWasNotChargedIsSpentAgain() throws InterruptedException {
        RateBudget budget = budget(BucketReading.points(2000, 2000, 100));

        for (int call = 0; call < 10; call++) {
            budget.acquire(50);
            budget.settled(50, OptionalDouble.of(10), Optional.empty());
        }

        assertThat(ledger.asked).isEqualTo(2);
    }

    @Test
    void twoConnectionsToOneAccountWaitForOneBudget() throws InterruptedException {
        RateBudget one = budget(BucketReading.points(100, 0, 100));
        RateBudget other = budget(BucketReading.points(100, 0, 100));

        one.acquire(100);
        other.acquire(100);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void aSliceThatWasNotSpentInItsTimeIsGivenBack() throws InterruptedException {
        RateBudget budget = budget(BucketReading.points(100, 100, 100));
        budget.acquire(10);
        budget.settled(10, OptionalDouble.of(10), Optional.empty());
        clock.sleep(Duration.ofSeconds(5));

        budget.acquire(100);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void whatThePlatformSaysCountsFromTheNextSlice() throws InterruptedException {
        RateBudget budget = budget(BucketReading.points(1000, 1000, 100));
        budget.acquire(100);
        budget.settled(100, OptionalDouble.of(100), Optional.of(BucketReading.points(1000, 20, 100)));

        budget.acquire(120);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void whatIsStillUnderwayCountsAsSpentWhenAReadingComes() throws InterruptedException {
        RateBudget budget = budget(BucketReading.points(1000, 1000, 100));
        budget.acquire(400);
        budget.acquire(400);
        budget.settled(400, OptionalDouble.of(400), Optional.of(BucketReading.points(1000, 600, 100)));

        budget.acquire(300);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aLargerPlanIsToldAtOnceAndUsedByTheOthers() throws InterruptedException {
        RateBudget one = budget(BucketReading.points(1000, 1000, 50));
        RateBudget other = budget(BucketReading.points(1000, 1000, 50));
        one.acquire(10);
        one.settled(10, OptionalDouble.of(10), Optional.of(BucketReading.points(4000, 3990, 200)));

        other.acquire(3000);

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void aPauseHoldsEverybodyBack() throws InterruptedException {
        RateBudget one = budget(BucketReading.leaky(0, 90, 1));
        RateBudget other = budget(BucketReading.leaky(0, 90, 1));
        one.acquire(1);
        one.pause(Duration.ofSeconds(3));

        other.acquire(1);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void aPauseHoldsBackWhatWasReservedBeforeIt() throws InterruptedException {
        RateBudget budget = budget(BucketReading.points(2000, 2000, 100));
        budget.acquire(10);
        budget.pause(Duration.ofMillis(300));

        budget.acquire(10);

        assertThat(ledger.asked).isEqualTo(1);
        assertThat(clock.sleeps()).containsExactly(Duration.ofMillis(300));
    }

    @Test
    void whoIsInterruptedGivesBackWhatHeTook() throws InterruptedException {
        RateBudget budget = budget(BucketReading.leaky(88, 90, 1));
        budget.acquire(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.acquire(5)).isInstanceOf(InterruptedException.class);
        Thread.interrupted();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.acquire(5)).isInstanceOf(InterruptedException.class);

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void aLedgerThatIsAwayFailsTheReservationAndNotTheAnswer() throws InterruptedException {
        RateBudget budget = budget(BucketReading.points(1000, 1000, 50));
        budget.acquire(10);
        ledger.away = true;

        budget.settled(10, OptionalDouble.of(10), Optional.of(BucketReading.points(2000, 1990, 100)));
        budget.pause(Duration.ofMillis(10));

        assertThatThrownBy(() -> budget.acquire(500)).isInstanceOf(PortException.Transient.class);
        ledger.away = false;
        budget.acquire(1500);
        assertThat(clock.sleeps()).as("the reading was not lost").containsExactly(Duration.ofMillis(10));
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitForIt() throws InterruptedException {
        RateBudget budget = budget(BucketReading.points(2000, 2000, 100));
        budget.acquire(10);
        budget.pause(Duration.ofSeconds(3));
        clock.set(clock.instant().minus(Duration.ofHours(5)));

        budget.acquire(10);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(3));
    }

    private RateBudget budget(BucketReading initial) {
        return new SharedBudget(
                SHOP,
                initial,
                new Surroundings((id, access, operation) -> {}, new CallJournal(), clock, clock, () -> 0, ledger));
    }

    /** Counts reservations, and can be away. */
    private static final class CountingLedger implements BudgetLedger {

        private final BudgetLedger ledger;
        private int asked;
        private boolean away;

        private CountingLedger(BudgetLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        public BudgetSlice reserve(BudgetKey key, BudgetReading initial, BudgetReport report, double points) {
            refuseWhenAway();
            asked++;
            return ledger.reserve(key, initial, report, points);
        }

        @Override
        public void report(BudgetKey key, BudgetReport report) {
            refuseWhenAway();
            ledger.report(key, report);
        }

        @Override
        public void pause(BudgetKey key, Duration length) {
            refuseWhenAway();
            ledger.pause(key, length);
        }

        private void refuseWhenAway() {
            if (away) {
                throw new PortException.Transient(FailureContext.of("reserve budget"), "no database", null);
            }
        }
    }
}
