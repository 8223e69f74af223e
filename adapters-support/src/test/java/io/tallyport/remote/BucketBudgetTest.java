package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketBudgetTest {

    private final HandClock clock = new HandClock();

    @Test
    void whatFitsGoesAtOnce() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.leaky(0, 90, 1));

        budget.acquire(90);

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void whatDoesNotFitWaitsForWhatIsMissing() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.points(2000, 50, 100));

        budget.acquire(250);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void twoWhoWaitDoNotWaitForTheSameDrop() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.leaky(90, 90, 1));

        budget.acquire(1);
        clock.sleep(Duration.ZERO);
        budget.acquire(2);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void theDripRateMayBeAFraction() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.leaky(0, 90, 1));
        budget.acquire(1);
        budget.settled(1, BucketReading.leaky("92.5/90", "1.5"));

        budget.acquire(0.5);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void whatIsStillUnderwayCountsAsSpentWhenAReadingComes() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.points(1000, 1000, 100));
        budget.acquire(400);
        budget.acquire(400);
        budget.settled(400, Optional.of(BucketReading.points(1000, 600, 100)));

        budget.acquire(300);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aRateThatMakesNoSenseKeepsTheOneBefore() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.points(1000, 1000, 50));
        budget.acquire(10);
        budget.settled(10, Optional.of(BucketReading.points(1000, 0, 0)));

        budget.acquire(100);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void aCostAboveTheWholeBucketWaitsForAFullOneOnly() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.leaky(0, 10, 1));

        budget.acquire(25);

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void aPauseHoldsEverybodyBack() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.leaky(0, 90, 1));
        budget.pause(Duration.ofSeconds(3));

        budget.acquire(1);

        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void whoIsInterruptedGivesBackWhatHeTook() throws InterruptedException {
        BucketBudget budget = budget(BucketReading.leaky(88, 90, 1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.acquire(5)).isInstanceOf(InterruptedException.class);

        budget.acquire(2);

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void headersThatMakeNoSenseAreNoReading() {
        assertThat(BucketReading.leaky("many", "1")).isEmpty();
        assertThat(BucketReading.leaky("1/2/3", "1")).isEmpty();
        assertThat(BucketReading.leaky("1/2", "")).isEmpty();
    }

    private BucketBudget budget(BucketReading initial) {
        return new BucketBudget(initial, clock, clock, () -> 0);
    }
}
