package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Settlement;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ends claims; those that were completed together, the rest one by one. */
final class QueueSettle {

    private static final int REASON_LENGTH = 40;

    private final QueueTx tx;
    private final Map<Long, QueueJobsRecord> jobs;

    private QueueSettle(QueueTx tx, List<Settlement> settlements) {
        this.tx = tx;
        this.jobs = tx
                .lock(settlements.stream()
                        .map(one -> one.id().value())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(QueueJobsRecord::getId, Function.identity()));
    }

    /** Those whose claim had been lost. */
    static List<Settlement> all(QueueTx tx, List<Settlement> settlements) {
        return new QueueSettle(tx, settlements).all(settlements);
    }

    private List<Settlement> all(List<Settlement> settlements) {
        List<Settlement> lost = new ArrayList<>();
        List<QueueJobsRecord> completed = new ArrayList<>();
        for (Settlement settlement : settlements) {
            QueueJobsRecord job = jobs.get(settlement.id().value());
            if (job == null || job.getPlace() != QueuePlace.RUNNING || job.getFence() != settlement.fence()) {
                lost.add(settlement);
            } else if (settlement.ending() == Settlement.Ending.COMPLETED) {
                settlement.output().ifPresent(output -> keep(job.getId(), output));
                completed.add(job);
            } else {
                end(job, settlement);
            }
            // A second one for the same claim comes too late.
            jobs.remove(settlement.id().value());
        }
        QueueEnds.finish(tx, completed, JobState.COMPLETED, QueueStep.ofTry("", ""));
        return lost;
    }

    private void keep(long id, String output) {
        tx.sql()
                .update(QUEUE_JOBS)
                .set(QUEUE_JOBS.OUTPUT, output)
                .where(QUEUE_JOBS.ID.eq(id))
                .execute();
    }

    private void end(QueueJobsRecord job, Settlement settlement) {
        String reason = settlement.code();
        QueueStep step =
                QueueStep.ofTry(reason.substring(0, Math.min(reason.length(), REASON_LENGTH)), settlement.message());
        long after = QueueTime.micros(settlement.after());
        switch (settlement.ending()) {
            case COMPLETED -> throw new IllegalArgumentException("completed ones are ended together");
            case DEAD -> QueueEnds.finish(tx, List.of(job), JobState.DEAD, step);
            case CANCELLED -> QueueEnds.finish(tx, List.of(job), JobState.CANCELLED, step);
            case RETRY -> waitAgain(job, new QueueEnds.Wait(JobState.FAILED, after, 0), step);
            case HANDED_BACK -> waitAgain(job, new QueueEnds.Wait(JobState.PENDING, 0, 1), step);
            case PARKED -> {
                Optional.ofNullable(job.getGroupName()).ifPresent(group -> QueueGroups.park(tx, group, after));
                waitAgain(job, new QueueEnds.Wait(JobState.PENDING, after, 1), step);
            }
        }
    }

    /** What a person wants to be stopped does not begin again. */
    private void waitAgain(QueueJobsRecord job, QueueEnds.Wait wait, QueueStep step) {
        if (job.getCancelRequested()) {
            QueueEnds.finish(tx, List.of(job), JobState.CANCELLED, step);
        } else {
            QueueEnds.waitAgain(tx, job, wait, step);
        }
    }
}
