package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.LocalBudgetLedger;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WindowBudgetTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final BudgetKey STORE = new BudgetKey("store");

    private final HandClock clock = new HandClock();
    private final LocalBudgetLedger ledger = new LocalBudgetLedger(clock);
    private final WindowBudget budget = before(new Plenty());

    @Test
    void aWholeWindowGoesAtFullSpeed() throws InterruptedException {
        for (int i = 0; i < 350; i++) {
            call(349 - i);
        }

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void whoeverComesWhenNothingIsLeftWaitsForTheEndOfTheWindow() throws InterruptedException {
        call(349);
        clock.sleep(Duration.ofMinutes(1));
        call(0);

        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(4));
    }

    @Test
    void theNextWindowIsReckonedFromItsFirstCall() throws InterruptedException {
        call(0);
        clock.sleep(Duration.ofMinutes(7));
        call(349);
        call(0);

        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(Duration.ofMinutes(7), WINDOW);
    }

    @Test
    void whatOthersSpendIsNotSpentAgain() throws InterruptedException {
        call(2);
        call(1);
        call(0);

        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(WINDOW);
    }

    @Test
    void whatIsUnderwayCountsAsSpentWhenAReadingComes() throws InterruptedException {
        budget.acquire(1);
        budget.acquire(1);
        budget.settled(1, OptionalDouble.empty(), left(1));

        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(WINDOW);
    }

    @Test
    void answersOutOfOrderDoNotMakeANewWindow() throws InterruptedException {
        budget.acquire(1);
        clock.sleep(Duration.ofMinutes(1));
        budget.acquire(1);
        budget.settled(1, OptionalDouble.empty(), left(0));
        budget.settled(1, OptionalDouble.empty(), left(1));

        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(4));
    }

    @Test
    void aWindowThatTurnedOverIsNoticed() throws InterruptedException {
        call(1);
        clock.sleep(Duration.ofMinutes(2));
        call(340);
        for (int i = 0; i < 340; i++) {
            call(339 - i);
        }
        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(Duration.ofMinutes(2), WINDOW);
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitForIt() throws InterruptedException {
        call(0);
        clock.set(clock.instant().minus(Duration.ofHours(5)));

        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(WINDOW);
    }

    @Test
    void moreRegistersAreNoticed() throws InterruptedException {
        budget.acquire(1);
        budget.settled(1, OptionalDouble.empty(), Optional.of(new BucketReading(650, 649, 0)));
        for (int i = 0; i < 649; i++) {
            budget.acquire(1);
        }

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void theMomentThatThePlatformNamesEndsTheWindow() throws InterruptedException {
        call(0);
        budget.pause(Duration.ofSeconds(42));

        budget.acquire(1);
        budget.settled(1, OptionalDouble.empty(), Optional.empty());
        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(42));
    }

    @Test
    void whoIsInterruptedTookNothing() throws InterruptedException {
        call(0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.acquire(1)).isInstanceOf(InterruptedException.class);

        budget.acquire(350);

        assertThat(clock.sleeps()).containsExactly(WINDOW);
    }

    @Test
    void twoProcessesDoNotSpendTheWindowTwice() throws InterruptedException {
        WindowBudget one = ofAProcess();
        WindowBudget other = ofAProcess();
        for (int i = 0; i < 300; i++) {
            one.acquire(1);
        }

        for (int i = 0; i < 300; i++) {
            other.acquire(1);
        }

        Duration waited = clock.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).as("250 calls too many, at 350 in five minutes").isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void whatTheStoreAsksOfOneProcessHoldsForAll() throws InterruptedException {
        WindowBudget one = ofAProcess();
        WindowBudget other = ofAProcess();
        one.acquire(1);
        one.pause(Duration.ofSeconds(42));

        other.acquire(1);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(42));
    }

    private WindowBudget ofAProcess() {
        BucketReading evenly = new BucketReading(350, 350, 350.0 / WINDOW.toSeconds());
        Surroundings around =
                new Surroundings((id, access, operation) -> {}, new CallJournal(), clock, clock, () -> 0, ledger);
        return before(new SharedBudget(STORE, evenly, around));
    }

    private WindowBudget before(RateBudget shared) {
        return new WindowBudget(shared, 350, WINDOW, clock, clock, () -> 0);
    }

    private void call(int left) throws InterruptedException {
        budget.acquire(1);
        budget.settled(1, OptionalDouble.empty(), left(left));
    }

    private static Optional<BucketReading> left(int calls) {
        return Optional.of(new BucketReading(350, calls, 0));
    }

    /** A budget that others leave alone. */
    private static final class Plenty implements RateBudget {

        @Override
        public void acquire(double cost) {}

        @Override
        public void settled(double cost, OptionalDouble charged, Optional<BucketReading> reading) {}

        @Override
        public void pause(Duration duration) {}
    }
}
