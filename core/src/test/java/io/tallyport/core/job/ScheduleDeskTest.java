package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.job.testing.InMemoryJobs;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Schedules and whole filters of jobs, as a person handles them. */
class ScheduleDeskTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryJobs jobs = new InMemoryJobs(clock);
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final CronSchedule daily = (expression, zone, after) -> {
        if (expression.equals("nonsense")) {
            throw new IllegalArgumentException("\"nonsense\" is no expression");
        }
        return expression.equals("never") ? Optional.empty() : Optional.of(after.plus(Duration.ofDays(1)));
    };
    private final ScheduleDesk desk =
            new ScheduleDesk(jobs.schedules(), daily, jobs.queue(), audit, new InMemoryUnitOfWork());

    private static NewJob job(int tries) {
        return new NewJob(
                "tidy",
                1,
                "{}",
                Priority.NORMAL,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Set.of("house"),
                List.of(),
                OnLostParent.CANCEL,
                tries);
    }

    private static Schedule schedule(Optional<String> cron, Optional<Duration> every) {
        return new Schedule("night", cron, every, ZoneOffset.UTC, Schedule.CatchUp.ONCE, job(1), false);
    }

    private static Schedule every(Duration delay) {
        return schedule(Optional.empty(), Optional.of(delay));
    }

    private static Schedule cron(String expression) {
        return schedule(Optional.of(expression), Optional.empty());
    }

    private static void assertRefused(Runnable change, ErrorCode code) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(code));
    }

    @Test
    void aScheduleIsDueOneDelayFromNowOrWhenItsExpressionSays() {
        assertThat(desk.put(every(Duration.ofMinutes(5)), "owner")).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(desk.put(cron("0 10 * * *"), "owner")).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(desk.list())
                .singleElement()
                .satisfies(kept -> assertThat(kept.schedule()).isEqualTo(cron("0 10 * * *")));
    }

    @Test
    void anExpressionThatIsNoneOrNeverComesIsRefused() {
        assertRefused(() -> desk.put(cron("nonsense"), "owner"), JobErrors.BAD_TIMES);
        assertRefused(() -> desk.put(cron("never"), "owner"), JobErrors.BAD_TIMES);
        assertThat(desk.list()).isEmpty();
    }

    @Test
    void timesThatPassWhileItRestsAreLeftOut() {
        desk.put(every(Duration.ofMinutes(5)), "owner");
        desk.pause("night", "owner");
        clock.advance(Duration.ofHours(3));

        assertThat(desk.find("night").orElseThrow().schedule().paused()).isTrue();
        assertThat(desk.resume("night", "owner")).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(desk.find("night").orElseThrow().schedule().paused()).isFalse();
    }

    @Test
    void itsJobCanBeRunNowAndWaitsOnceOnly() {
        desk.put(every(Duration.ofMinutes(5)), "owner");

        Enqueued first = desk.run("night", "owner");
        Enqueued second = desk.run("night", "owner");

        assertThat(first.how()).isEqualTo(Enqueued.How.ADDED);
        assertThat(second).isEqualTo(new Enqueued(first.id(), Enqueued.How.ALREADY_WAITING));
        assertThat(jobs.history().find(first.id()).orElseThrow().identity()).contains("schedule:night");
    }

    @Test
    void eachChangeIsInTheAuditTrailAndWhatIsNotThereIsSaid() {
        desk.put(every(Duration.ofMinutes(5)), "owner");
        desk.pause("night", "owner");
        desk.resume("night", "owner");
        assertThat(desk.remove("night", "owner")).isTrue();
        assertThat(desk.remove("night", "owner")).isFalse();

        assertThat(audit.recent(10))
                .extracting(AuditEntry::action)
                .containsExactly("schedule removed", "schedule resumed", "schedule paused", "schedule set");
        assertRefused(() -> desk.pause("night", "owner"), JobErrors.UNKNOWN_SCHEDULE);
        assertRefused(() -> desk.run("night", "owner"), JobErrors.UNKNOWN_SCHEDULE);
    }

    @Test
    void clearingTakesBackWhatWaitsAndNothingThatRuns() {
        jobs.queue().enqueue(List.of(job(1), job(1), job(1)));
        WorkerId worker = jobs.workers().join(new WorkerInfo("w", "h", "v"), Duration.ofMinutes(1));
        ClaimedJob running = jobs.queue().claim(worker, Set.of("tidy"), 1).get(0);
        JobBatches batches = new JobBatches(jobs.history(), jobs.desk());

        assertThat(batches.clear(batches.waiting(JobFilter.ALL.tagged("other")), "owner"))
                .isEqualTo(new JobBatches.Cleared(0, 0, 0));
        assertThat(batches.clear(batches.waiting(JobFilter.ALL.tagged("house")), "owner"))
                .isEqualTo(new JobBatches.Cleared(2, 0, 0));
        Job left = jobs.history().find(running.id()).orElseThrow();
        assertThat(left.state()).isEqualTo(JobState.PROCESSING);
        assertThat(left.cancelRequested()).isFalse();
        assertThat(batches.replay(JobFilter.in(JobState.CANCELLED), "owner")).isEqualTo(2);
        assertThatThrownBy(() -> batches.waiting(JobFilter.in(JobState.COMPLETED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clearingTakesBackWhatWasCountedAndSaysWhatCameLater() {
        jobs.queue().enqueue(List.of(job(1), job(1), job(1)));
        JobBatches batches = new JobBatches(jobs.history(), jobs.desk());
        JobBatches.Waiting counted = batches.waiting(JobFilter.ALL.tagged("house"));
        JobId late = jobs.queue().enqueue(job(1)).id();
        WorkerId worker = jobs.workers().join(new WorkerInfo("w", "h", "v"), Duration.ofMinutes(1));
        ClaimedJob begun = jobs.queue().claim(worker, Set.of("tidy"), 1).get(0);

        JobBatches.Cleared cleared = batches.clear(counted, "owner");

        assertThat(counted.ids()).hasSize(3).contains(begun.id()).doesNotContain(late);
        assertThat(cleared).isEqualTo(new JobBatches.Cleared(2, 1, 1));
        assertThat(jobs.history().find(late).orElseThrow().state()).isEqualTo(JobState.PENDING);
        assertThat(jobs.history().find(begun.id()).orElseThrow().cancelRequested())
                .isFalse();
    }

    @Test
    void deadOnesAreDiscardedByFilter() {
        jobs.queue().enqueue(List.of(job(1), job(1)));
        WorkerId worker = jobs.workers().join(new WorkerInfo("w", "h", "v"), Duration.ofMinutes(1));
        jobs.queue()
                .settle(jobs.queue().claim(worker, Set.of("tidy"), 2).stream()
                        .map(claimed -> Settlement.dead(claimed, "rejected", "no"))
                        .toList());
        JobBatches batches = new JobBatches(jobs.history(), jobs.desk());

        assertThat(batches.discard(JobFilter.in(JobState.DEAD).because("rejected"), "owner"))
                .isEqualTo(2);
        assertThat(batches.replay(JobFilter.in(JobState.DEAD).notAcknowledged(), "owner"))
                .isZero();
    }
}
