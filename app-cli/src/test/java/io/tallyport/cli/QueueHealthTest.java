package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.job.WorkerId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a monitor and a person are told of the queue's figures. */
class QueueHealthTest {

    private static QueueStatistics statistics(int workers, long dead, Optional<Duration> oldest) {
        return new QueueStatistics(
                Map.of(JobState.PENDING, 3L, JobState.PROCESSING, 2L, JobState.DEAD, dead),
                Map.of(Priority.HIGH, 1L, Priority.LOW, 2L),
                Map.of(new WorkerId(7), 2L),
                dead,
                oldest,
                Optional.of(new QueueStatistics.Times(200, Duration.ofMillis(1_500), Duration.ofSeconds(130))),
                workers);
    }

    @Test
    void noWorkerIsAFailureOnlyWhereOneIsNeeded() {
        assertThat(QueueHealth.worker(statistics(2, 0, Optional.empty()), true).status())
                .isEqualTo("ok");
        assertThat(QueueHealth.worker(statistics(0, 0, Optional.empty()), true).exit())
                .isEqualTo(ExitCode.FAILURE);
        assertThat(QueueHealth.worker(statistics(0, 0, Optional.empty()), false).exit())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void moreDeadThanAllowedAndALongWaitAreWarnings() {
        assertThat(QueueHealth.dead(statistics(1, 10, Optional.empty()), 10).status())
                .isEqualTo("ok");
        assertThat(QueueHealth.dead(statistics(1, 11, Optional.empty()), 10).exit())
                .isEqualTo(ExitCode.PARTIAL);
        Duration limit = Duration.ofMinutes(15);
        assertThat(QueueHealth.waiting(statistics(1, 0, Optional.of(limit)), limit)
                        .status())
                .isEqualTo("ok");
        assertThat(QueueHealth.waiting(statistics(1, 0, Optional.of(limit.plusSeconds(1))), limit))
                .isEqualTo(HealthPoint.warning(
                        "queue",
                        "a job has been waiting to start for 15 min; 3 pending, 2 processing, 0 completed, 0 failed, 0"
                                + " dead, 0 cancelled, 0 blocked"));
    }

    @Test
    void theFiguresArePrintedForAPerson() {
        StringWriter text = new StringWriter();
        QueueStatsView.of(statistics(1, 4, Optional.of(Duration.ofSeconds(5))))
                .print(new Screen(new PrintWriter(text), false));
        assertThat(text.toString())
                .contains("high: 1, low: 2")
                .contains("worker 7: 2")
                .contains("4 not discarded: tallyport queue dead list")
                .contains("Active workers: 1")
                .contains("5000 ms")
                .contains("1500 ms on average, 95 % within 2 min, over 200");
    }
}
