package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final long DAY = 86_400;

    private static RetrySchedule schedule(List<Long> seconds, int retries) {
        return new RetrySchedule(
                retries, seconds.stream().map(Duration::ofSeconds).toList());
    }

    @Property
    void aDelayIsTheSchedulesAndUpToATenthMore(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = DAY) Long> seconds,
            @ForAll @IntRange(min = 1, max = 20) int attempt,
            @ForAll @DoubleRange(min = 0, max = 1) double random) {
        Duration named = Duration.ofSeconds(seconds.get(Math.min(attempt, seconds.size()) - 1));

        Duration delay = schedule(seconds, 3).delayAfter(attempt, random);

        assertThat(delay).isBetween(named, named.plus(named.dividedBy(10)));
    }

    @Property
    void theLastDelayRepeats(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = DAY) Long> seconds,
            @ForAll @IntRange(min = 0, max = 1_000_000) int further) {
        RetrySchedule schedule = schedule(seconds, 3);

        assertThat(schedule.delayAfter(seconds.size() + further, 0))
                .isEqualTo(Duration.ofSeconds(seconds.get(seconds.size() - 1)));
    }

    @Property
    void moreChanceMeansNoShorterDelay(
            @ForAll @IntRange(min = 1, max = 9) int attempt,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Duration less = RetrySchedule.DEFAULT.delayAfter(attempt, Math.min(one, other));
        Duration more = RetrySchedule.DEFAULT.delayAfter(attempt, Math.max(one, other));

        assertThat(less).isLessThanOrEqualTo(more);
    }

    @Test
    void byDefaultThereAreThreeRetries() {
        assertThat(RetrySchedule.DEFAULT.maxAttempts()).isEqualTo(4);
        assertThat(RetrySchedule.DEFAULT.delayAfter(1, 0)).isEqualTo(Duration.ofSeconds(60));
        assertThat(RetrySchedule.DEFAULT.delayAfter(2, 0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(RetrySchedule.DEFAULT.delayAfter(3, 0)).isEqualTo(Duration.ofMinutes(15));
        assertThat(RetrySchedule.DEFAULT.delayAfter(9, 0)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aScheduleThatIsNoneIsRefused() {
        assertThatThrownBy(() -> schedule(List.of(), 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> schedule(List.of(-1L), 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> schedule(List.of(1L), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What is due later by more than the difference of the head starts never overtakes. */
    @Property
    void nothingIsOvertakenByWhatIsDueMuchLater(
            @ForAll Priority waiting,
            @ForAll Priority later,
            @ForAll @LongRange(min = 0, max = 30 * DAY) long due,
            @ForAll @LongRange(min = 1, max = 30 * DAY) long behind) {
        Duration difference = later.headStart().minus(waiting.headStart());
        Instant first = Instant.EPOCH.plusSeconds(due);
        Instant second = first.plus(difference).plusSeconds(behind);

        assertThat(first.minus(waiting.headStart())).isBefore(second.minus(later.headStart()));
    }

    @Property
    void ofTwoThatAreDueTogetherTheMoreUrgentOneIsFirst(@ForAll Priority one, @ForAll Priority other) {
        assertThat(Integer.signum(one.headStart().compareTo(other.headStart())))
                .isEqualTo(Integer.signum(other.compareTo(one)));
    }
}
