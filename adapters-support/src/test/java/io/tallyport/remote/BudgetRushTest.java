package io.tallyport.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.LocalBudgetLedger;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several processes call one platform as fast as they may, event by event, on a clock that jumps from one to the next. */
class BudgetRushTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final double CAPACITY = 2000;
    private static final double RATE = 100;
    private static final double POINTS = 12_000;

    private final SettableClock clock = new SettableClock(START);
    private final BudgetLedger ledger = new LocalBudgetLedger(clock);
    private final Platform platform = new Platform();

    @ParameterizedTest(name = "{0} processes, calls asking {1} and charged {2}")
    @CsvSource({"1, 10, 10", "1, 50, 20", "2, 10, 10", "2, 50, 20", "5, 10, 10", "5, 50, 20", "3, 300, 300"})
    void allThereIsIsSpentAndNothingIsThrottled(int processes, double asked, double charged)
            throws InterruptedException {
        List<Caller> all = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            all.add(new Caller(i, asked, charged));
        }

        Instant end = START;
        while (platform.charged < POINTS) {
            Caller next = all.stream()
                    .min(Comparator.comparing(process -> process.next))
                    .orElseThrow();
            clock.set(next.next);
            end = next.next;
            next.step();
        }

        double ideal = (POINTS - CAPACITY) / RATE;
        double took = Duration.between(START, end).toMillis() / 1000.0;
        assertThat(platform.throttled).isZero();
        assertThat(took / ideal).as("%s s, ideal %s s", took, ideal).isLessThan(1.05);
        double mean = POINTS / processes;
        assertThat(all).allSatisfy(process -> assertThat(process.charged).isBetween(mean * 0.6, mean * 1.4));
    }

    /** Asks, waits, sends, hears, over and over; the way there and back takes 5 to 60 milliseconds each. */
    private final class Caller {

        private final SharedBudget budget;
        private final Random random;
        private final double asks;
        private final double costs;
        private Instant next = START;
        private int phase;
        private double charged;
        private Optional<BucketReading> answer = Optional.empty();

        private Caller(int number, double asks, double costs) {
            this.random = new Random(number);
            this.asks = asks;
            this.costs = costs;
            this.budget = new SharedBudget(
                    new BudgetKey("shop"),
                    BucketReading.points(1000, 1000, 50),
                    new Surroundings(
                            (id, access, operation) -> {}, new CallJournal(), clock, wait -> {}, () -> 0, ledger));
        }

        private void step() throws InterruptedException {
            switch (phase) {
                case 0 -> after(budget.take(asks).plusMillis(travel()));
                case 1 -> {
                    answer = Optional.of(platform.call(asks, costs));
                    charged += costs;
                    after(Duration.ofMillis(travel()));
                }
                default -> {
                    budget.settled(asks, OptionalDouble.of(costs), answer);
                    after(Duration.ZERO);
                }
            }
            phase = (phase + 1) % 3;
        }

        private void after(Duration wait) {
            next = next.plus(wait);
        }

        private long travel() {
            return 5L + random.nextInt(55);
        }
    }

    /** A bucket of points that admits a call by what it asks for. */
    private final class Platform {

        private double available = CAPACITY;
        private Instant asOf = START;
        private double charged;
        private int throttled;

        private BucketReading call(double asks, double costs) {
            double seconds = Duration.between(asOf, clock.instant()).toNanos() / 1e9;
            available = Math.min(CAPACITY, available + seconds * RATE);
            asOf = clock.instant();
            if (available < asks) {
                throttled++;
            } else {
                available -= costs;
                charged += costs;
            }
            return BucketReading.points(CAPACITY, Math.floor(available), RATE);
        }
    }
}
