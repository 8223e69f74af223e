package io.tallyport.core.job;

import io.tallyport.core.doctor.Examiner;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Examines the queue: whether somebody works on it, what is stuck, what has died, which schedules nobody fires. */
public final class QueueExaminer implements Examiner {

    private static final String ABOUT = "queue";
    private static final String WORK = "tallyport queue work";

    /** Longer than any worker takes to look. */
    private static final Duration UNSEEN = Duration.ofMinutes(1);

    /** As long as people wait before they ask. */
    private static final Duration SLOW = Duration.ofMinutes(15);

    private final JobHistory history;
    private final Workers workers;
    private final Schedules schedules;

    public QueueExaminer(JobHistory history, Workers workers, Schedules schedules) {
        this.history = history;
        this.workers = workers;
        this.schedules = schedules;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        QueueStatistics statistics = history.statistics();
        waiting(statistics, findings);
        long dead = statistics.deadUnacknowledged();
        if (dead > 0) {
            findings.add(new Finding(
                    Severity.SOON,
                    ABOUT,
                    dead + " jobs are dead and nobody has seen to them",
                    "tallyport queue dead list"));
        }
        long failed = statistics.count(JobState.FAILED);
        if (failed > 0) {
            findings.add(new Finding(
                    Severity.NOTE,
                    ABOUT,
                    failed + " jobs have failed and wait for their next try",
                    "tallyport queue list --status failed"));
        }
        workers.list().forEach(worker -> stuck(worker, findings));
        Instant now = schedules.now();
        schedules.list().forEach(kept -> schedule(kept, now, findings));
        return findings;
    }

    private static void waiting(QueueStatistics statistics, List<Finding> findings) {
        Duration oldest = statistics.oldestDue().orElse(Duration.ZERO);
        boolean nobody = statistics.activeWorkers() == 0;
        if (oldest.compareTo(nobody ? UNSEEN : SLOW) <= 0) {
            return;
        }
        String since = "the oldest has been due for " + oldest.truncatedTo(ChronoUnit.SECONDS);
        findings.add(
                nobody
                        ? new Finding(Severity.BROKEN, ABOUT, "jobs wait and no worker is alive; " + since, WORK)
                        : new Finding(
                                Severity.SOON,
                                ABOUT,
                                "the workers do not keep up; " + since,
                                "tallyport queue stats says what waits; " + WORK + " --threads N helps"));
    }

    private static void stuck(Workers.Seen worker, List<Finding> findings) {
        if (!worker.alive() && worker.held() > 0) {
            findings.add(new Finding(
                    Severity.BROKEN,
                    "worker " + worker.id().value(),
                    "it was last seen at " + worker.lastSeen().truncatedTo(ChronoUnit.SECONDS) + " on "
                            + worker.info().host() + " and holds " + worker.held() + " jobs",
                    "tallyport queue reset-stuck"));
        }
    }

    private static void schedule(Schedules.Kept kept, Instant now, List<Finding> findings) {
        String about = "schedule " + kept.schedule().name();
        if (kept.schedule().paused()) {
            findings.add(new Finding(
                    Severity.NOTE,
                    about,
                    "it is paused",
                    "tallyport schedule resume " + kept.schedule().name()));
        } else if (kept.next().isBefore(now.minus(SLOW))) {
            findings.add(new Finding(
                    Severity.BROKEN,
                    about,
                    "it was due at " + kept.next().truncatedTo(ChronoUnit.SECONDS) + " and nobody has fired it",
                    WORK));
        }
    }
}
