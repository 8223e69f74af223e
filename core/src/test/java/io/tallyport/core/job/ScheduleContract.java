package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.payload;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Racers;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Jobs that come again and again. */
public interface ScheduleContract extends QueueScenes {

    private static Schedule nightly(String name) {
        NewJob job = work("nightly")
                .withPriority(Priority.HIGH)
                .inGroup("till", 2)
                .withTags("rot", "blau")
                .withMaxAttempts(2);
        return new Schedule(
                name,
                Optional.of("30 2 * * 1-5"),
                Optional.empty(),
                ZoneId.of("America/Los_Angeles"),
                Schedule.CatchUp.SKIP,
                job,
                false);
    }

    private static Schedule every(String name) {
        return new Schedule(
                name,
                Optional.empty(),
                Optional.of(MINUTE.multipliedBy(5)),
                ZoneId.of("Europe/Berlin"),
                Schedule.CatchUp.ONCE,
                work(name),
                false);
    }

    private Schedules.Kept kept(String name) {
        return subject().schedules().list().stream()
                .filter(one -> one.schedule().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void aScheduleIsListedAsItWasPut() {
        subject().schedules().put(nightly("Nächtlich"), START.plus(HOUR));
        subject().schedules().put(every("often"), START.plus(MINUTE));

        assertThat(subject().another().schedules().list())
                .containsExactlyInAnyOrder(
                        new Schedules.Kept(nightly("Nächtlich"), START.plus(HOUR), Optional.empty()),
                        new Schedules.Kept(every("often"), START.plus(MINUTE), Optional.empty()));
    }

    @Test
    default void aScheduleReplacesTheOneWithItsName() {
        subject().schedules().put(nightly("a"), START.plus(HOUR));

        subject().schedules().put(every("a").withPaused(true), START.plus(MINUTE));

        assertThat(subject().schedules().list()).hasSize(1);
        assertThat(kept("a").schedule()).isEqualTo(every("a").withPaused(true));
        assertThat(kept("a").next()).isEqualTo(START.plus(MINUTE));
    }

    @Test
    default void aRemovedScheduleIsGone() {
        subject().schedules().put(every("a"), START);

        assertThat(subject().schedules().remove("a")).isTrue();
        assertThat(subject().schedules().remove("a")).isFalse();
        assertThat(subject().schedules().list()).isEmpty();
    }

    @Test
    default void firingMovesItOnAndEnqueuesItsJob() {
        subject().schedules().put(nightly("a"), START);
        pass(SECOND);

        assertThat(subject().schedules().fire(kept("a"), START.plus(HOUR), true))
                .isTrue();

        assertThat(kept("a").next()).isEqualTo(START.plus(HOUR));
        assertThat(kept("a").last()).contains(START);
        ClaimedJob claimed = claimOnly(join("w"));
        Job job = job(claimed.id());
        assertThat(job.payload()).isEqualTo(payload("nightly"));
        assertThat(job.identity()).contains("schedule:a");
        assertThat(job.group()).contains(new JobGroup("till", 2));
        assertThat(job.tags()).containsExactlyInAnyOrder("rot", "blau");
        assertThat(job.priority()).isEqualTo(Priority.HIGH);
        assertThat(job.maxAttempts()).isEqualTo(2);
    }

    @Test
    default void aTimeLeftOutMovesItOnAlone() {
        subject().schedules().put(every("a"), START);

        assertThat(subject().schedules().fire(kept("a"), START.plus(HOUR), false))
                .isTrue();

        assertThat(kept("a").next()).isEqualTo(START.plus(HOUR));
        assertThat(kept("a").last()).isEmpty();
        assertThat(claim(join("w"), 10)).isEmpty();
    }

    @Test
    default void itFiresOnce() {
        subject().schedules().put(every("a"), START);
        Schedules.Kept due = kept("a");

        assertThat(subject().schedules().fire(due, START.plus(MINUTE), true)).isTrue();
        assertThat(subject().schedules().fire(due, START.plus(MINUTE), true)).isFalse();

        complete(claimOnly(join("w")));
        assertThat(claim(join("w"), 10)).isEmpty();
    }

    @Test
    default void whatHasChangedSinceItWasListedDoesNotFire() {
        subject().schedules().put(every("changed"), START);
        subject().schedules().put(every("paused"), START);
        subject().schedules().put(every("removed"), START);
        List<Schedules.Kept> due = List.of(kept("changed"), kept("paused"), kept("removed"));
        subject().schedules().put(nightly("changed"), START);
        subject().schedules().put(every("paused").withPaused(true), START);
        subject().schedules().remove("removed");

        assertThat(due).noneMatch(one -> subject().schedules().fire(one, START.plus(HOUR), true));
        assertThat(claim(join("w"), 10)).isEmpty();
    }

    @Test
    default void whileItsJobWaitsNoOtherIsAdded() {
        subject().schedules().put(every("a"), START);
        subject().schedules().fire(kept("a"), START.plus(MINUTE), true);

        assertThat(subject().schedules().fire(kept("a"), START.plus(HOUR), true))
                .isTrue();

        assertThat(kept("a").next()).isEqualTo(START.plus(HOUR));
        assertThat(claim(join("w"), 10)).hasSize(1);
    }

    @Test
    default void ofManyWhoFireAtOnceExactlyOneDoes() {
        for (int round = 0; round < 5; round++) {
            String name = "race-" + round;
            subject().schedules().put(every(name), START);
            Schedules.Kept due = kept(name);

            List<Boolean> answers = Racers.race(4, number -> {
                QueueUnderTest own = number % 2 == 0 ? subject() : subject().another();
                return own.schedules().fire(due, START.plus(HOUR), true);
            });

            assertThat(answers).filteredOn(fired -> fired).hasSize(1);
            complete(claimOnly(join("w")));
        }
    }

    @Test
    default void itsTimeIsTheStoragesClock() {
        pass(SECOND);

        assertThat(subject().schedules().now()).isEqualTo(START.plus(SECOND));
    }
}
