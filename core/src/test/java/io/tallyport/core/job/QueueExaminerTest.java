package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.job.testing.InMemoryJobs;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueExaminerTest {

    private static final WorkerInfo INFO = new WorkerInfo("worker", "till-pc", "1");

    private final SettableClock clock = new SettableClock(QueueScenes.START);
    private final InMemoryJobs jobs = new InMemoryJobs(clock);

    private List<Finding> findings() {
        return new QueueExaminer(jobs.history(), jobs.workers(), jobs.schedules()).examine();
    }

    private void add() {
        jobs.queue().enqueue(NewJob.of(WorkerHouse.WORK, "a"));
    }

    @Test
    void nothingToDoIsNoFinding() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void jobsThatWaitWhileNobodyWorksAreBroken() {
        add();
        assertThat(findings()).isEmpty();

        clock.advance(Duration.ofMinutes(2));

        assertThat(findings())
                .containsExactly(new Finding(
                        Severity.BROKEN,
                        "queue",
                        "jobs wait and no worker is alive; the oldest has been due for PT2M",
                        "tallyport queue work"));
    }

    @Test
    void jobsThatWaitBehindOthersAreTooManyForTheWorkers() {
        add();
        clock.advance(Duration.ofMinutes(20));
        jobs.workers().join(INFO, Duration.ofMinutes(1));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.SOON);
            assertThat(finding.what()).contains("do not keep up", "PT20M");
        });
    }

    @Test
    void aWorkerThatIsGoneAndHoldsJobsIsNamed() {
        add();
        WorkerId gone = jobs.workers().join(INFO, Duration.ofMinutes(1));
        assertThat(jobs.queue().claim(gone, Set.of("work"), 1)).hasSize(1);
        clock.advance(Duration.ofMinutes(5));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.about()).isEqualTo("worker " + gone.value());
            assertThat(finding.what()).contains("till-pc", "holds 1 jobs");
            assertThat(finding.mend()).isEqualTo("tallyport queue reset-stuck");
        });
    }

    @Test
    void schedulesThatNobodyFiresAreBrokenAndPausedOnesNoted() {
        jobs.schedules().put(schedule("nightly", false), clock.instant());
        jobs.schedules().put(schedule("resting", true), clock.instant());
        clock.advance(Duration.ofHours(1));

        assertThat(findings())
                .extracting(Finding::severity, Finding::about)
                .containsExactlyInAnyOrder(
                        tuple(Severity.BROKEN, "schedule nightly"), tuple(Severity.NOTE, "schedule resting"));
    }

    private static Schedule schedule(String name, boolean paused) {
        return new Schedule(
                name,
                Optional.empty(),
                Optional.of(Duration.ofHours(1)),
                ZoneOffset.UTC,
                Schedule.CatchUp.ONCE,
                NewJob.of(WorkerHouse.WORK, name),
                paused);
    }
}
