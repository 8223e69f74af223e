package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.job.Schedule.CatchUp;
import io.tallyport.core.job.testing.InMemoryJobs;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleKeeperTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock(NOON.plusSeconds(10));
    private final InMemoryJobs jobs = new InMemoryJobs(clock);
    private final ScheduleKeeper keeper = new ScheduleKeeper(jobs.schedules(), new EachHour());

    /** Knows one expression: the full hour. */
    private static final class EachHour implements CronSchedule {

        @Override
        public Optional<Instant> next(String expression, ZoneId zone, Instant after) {
            if (expression.equals("never")) {
                return Optional.empty();
            }
            if (!expression.equals("0 * * * *")) {
                throw new IllegalArgumentException("\"" + expression + "\" is no cron expression");
            }
            return Optional.of(after.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
        }
    }

    private static Schedule hourly(CatchUp catchUp) {
        return cron("0 * * * *", catchUp);
    }

    private static Schedule cron(String expression, CatchUp catchUp) {
        return new Schedule(
                "s", Optional.of(expression), Optional.empty(), ZoneOffset.UTC, catchUp, QueueScenes.work("s"), false);
    }

    private static Schedule every(Duration delay, CatchUp catchUp) {
        return new Schedule(
                "s", Optional.empty(), Optional.of(delay), ZoneOffset.UTC, catchUp, QueueScenes.work("s"), false);
    }

    private Instant next() {
        return jobs.schedules().list().get(0).next();
    }

    private void doIt() {
        WorkerId worker = jobs.workers().join(QueueScenes.info("w"), MINUTE);
        List<ClaimedJob> claimed = jobs.queue().claim(worker, Set.of("work"), 10);
        assertThat(claimed).hasSize(1);
        jobs.queue().settle(List.of(Settlement.completed(claimed.get(0), Optional.empty())));
    }

    @Test
    void aNewScheduleIsDueTheNextTimeThatItNames() {
        assertThat(keeper.put(hourly(CatchUp.ONCE))).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(keeper.fireDue()).isZero();
        assertThat(keeper.put(every(MINUTE, CatchUp.ONCE))).isEqualTo(NOON.plusSeconds(70));
    }

    @Test
    void aScheduleThatIsNoneIsRefusedAndNotKept() {
        assertThatThrownBy(() -> keeper.put(cron("0 99 * * *", CatchUp.ONCE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(jobs.schedules().list()).isEmpty();
    }

    @Test
    void itFiresAtItsTimeAndMovesOn() {
        keeper.put(hourly(CatchUp.SKIP));
        clock.set(NOON.plus(Duration.ofHours(1)));

        assertThat(keeper.fireDue()).isEqualTo(1);
        assertThat(keeper.fireDue()).isZero();

        assertThat(next()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        doIt();
    }

    @Test
    void missedTimesAreCaughtUpOnce() {
        for (Schedule schedule : List.of(hourly(CatchUp.ONCE), every(Duration.ofHours(1), CatchUp.ONCE))) {
            keeper.put(schedule);
            clock.advance(Duration.ofHours(30).plus(Duration.ofMinutes(20)));

            assertThat(keeper.fireDue()).isEqualTo(1);
            assertThat(keeper.fireDue()).isZero();

            assertThat(next()).isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(1)));
            doIt();
        }
    }

    @Test
    void missedTimesAreLeftOutWhereThatIsWanted() {
        for (Schedule schedule : List.of(hourly(CatchUp.SKIP), every(Duration.ofHours(1), CatchUp.SKIP))) {
            keeper.put(schedule);
            clock.advance(Duration.ofHours(30).plus(Duration.ofMinutes(20)));

            assertThat(keeper.fireDue()).isZero();

            assertThat(next()).isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(1)));
            assertThat(jobs.history().statistics().count(JobState.PENDING)).isZero();
        }
    }

    @Test
    void theLastOfMissedTimesThatIsOnlyJustOverIsKept() {
        keeper.put(hourly(CatchUp.SKIP));
        clock.set(NOON.plus(Duration.ofHours(5)).plusSeconds(30));

        assertThat(keeper.fireDue()).isEqualTo(1);

        assertThat(next()).isEqualTo(NOON.plus(Duration.ofHours(6)));
    }

    @Test
    void aFixedDelayKeepsItsBeat() {
        keeper.put(every(MINUTE, CatchUp.ONCE));
        clock.set(NOON.plusSeconds(75));

        assertThat(keeper.fireDue()).isEqualTo(1);

        assertThat(next()).isEqualTo(NOON.plusSeconds(130));
    }

    @Test
    void whatRestsDoesNotFire() {
        keeper.put(hourly(CatchUp.ONCE).withPaused(true));
        clock.advance(Duration.ofDays(1));

        assertThat(keeper.fireDue()).isZero();
    }

    @Test
    void oneThatNamesNoTimeAnyMoreFiresForTheLastTime() {
        jobs.schedules().put(cron("never", CatchUp.ONCE), NOON);

        assertThat(keeper.fireDue()).isEqualTo(1);
        assertThat(keeper.fireDue()).isZero();
        assertThat(next()).isAfter(NOON.plus(Duration.ofDays(3_650)));
    }

    @Test
    void oneThatCannotBeReadHoldsUpNoOther() {
        jobs.schedules().put(cron("broken", CatchUp.ONCE), NOON);
        Schedule good = new Schedule(
                "z",
                Optional.of("0 * * * *"),
                Optional.empty(),
                ZoneOffset.UTC,
                CatchUp.ONCE,
                QueueScenes.work("z"),
                false);
        jobs.schedules().put(good, NOON);

        assertThat(keeper.fireDue()).isEqualTo(1);
        doIt();
    }

    @Test
    void ofSeveralKeepersOneFiresEachTime() {
        keeper.put(hourly(CatchUp.ONCE));
        for (int hour = 1; hour <= 5; hour++) {
            clock.set(NOON.plus(Duration.ofHours(hour)));

            List<Integer> fired =
                    Racers.race(4, number -> new ScheduleKeeper(jobs.schedules(), new EachHour()).fireDue());

            assertThat(fired.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
            doIt();
        }
    }
}
