package io.tallyport.core.job.testing;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the end of a try does to a job. The caller holds the table's lock. */
final class Endings {

    private static final String TIMEOUT = "timeout";
    private static final String RESET = "Reset due to timeout";

    private final JobTable table;
    private final Family family;

    Endings(JobTable table, Family family) {
        this.table = table;
        this.family = family;
    }

    /** Whether the claim still counted. */
    boolean settle(Settlement settlement) {
        Row row = table.find(settlement.id());
        if (row == null || !row.isHeldBy(settlement.fence())) {
            return false;
        }
        switch (settlement.ending()) {
            case COMPLETED -> {
                row.output = settlement.output().orElse(null);
                end(row, JobState.COMPLETED, settlement);
            }
            case DEAD -> end(row, JobState.DEAD, settlement);
            case CANCELLED -> end(row, JobState.CANCELLED, settlement);
            case RETRY -> retry(row, settlement);
            case HANDED_BACK -> handBack(row, settlement, Duration.ZERO);
            case PARKED -> {
                Instant until = table.now().plus(settlement.after());
                row.groupName().ifPresent(name -> table.park(name, until));
                handBack(row, settlement, settlement.after());
            }
        }
        table.letGoAfter(row);
        return true;
    }

    /** Takes a job back from a worker that is gone. */
    void takeBack(Row row) {
        if (!givesWay(row, RESET)) {
            if (row.attempts >= row.made.maxAttempts()) {
                family.end(row, JobState.DEAD, TIMEOUT, RESET, "queue");
            } else {
                putBack(row, JobState.PENDING, Duration.ZERO, TIMEOUT, RESET, "queue");
            }
        }
        table.letGoAfter(row);
    }

    private void end(Row row, JobState state, Settlement settlement) {
        family.end(row, state, settlement.code(), settlement.message(), row.workerName);
    }

    private void retry(Row row, Settlement settlement) {
        if (givesWay(row, settlement.message())) {
            return;
        }
        if (row.attempts >= row.made.maxAttempts()) {
            end(row, JobState.DEAD, settlement);
            return;
        }
        putBack(row, JobState.FAILED, settlement.after(), settlement.code(), settlement.message(), row.workerName);
    }

    private void handBack(Row row, Settlement settlement, Duration after) {
        if (givesWay(row, settlement.message())) {
            return;
        }
        putBack(row, JobState.PENDING, after, settlement.code(), settlement.message(), row.workerName);
        row.attempts--;
    }

    /** Whether it needs no other try: a person does not want it, or another one waits to do the same. */
    private boolean givesWay(Row row, String why) {
        Optional<Row> successor = table.successorOf(row);
        if (row.cancelRequested) {
            family.end(row, JobState.CANCELLED, "cancelled", "it was asked to stop", row.workerName);
        } else if (successor.isPresent()) {
            family.merge(row, successor.get(), why);
        }
        return row.state.isFinal();
    }

    private void putBack(Row row, JobState state, Duration after, String reason, String message, String by) {
        Instant now = table.now();
        table.change(row, () -> {
            row.state = state;
            if (!after.isZero()) {
                row.availableAt = now.plus(after);
            }
            row.place = after.isZero() ? Place.READY : Place.LATER;
        });
        row.say(reason, message);
        row.record(now, by);
    }
}
