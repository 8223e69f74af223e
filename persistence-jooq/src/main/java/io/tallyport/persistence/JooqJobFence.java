package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;
import static io.tallyport.persistence.schema.Tables.QUEUE_WORKERS;

import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobId;

/** Asks the tables whether a claim still counts. */
final class JooqJobFence implements JobFence {

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqJobFence(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean isHeld(JobId id, long fence) {
        return transactions.call(
                "check fence",
                sql -> sql.fetchExists(sql.selectOne()
                        .from(QUEUE_JOBS)
                        .join(QUEUE_WORKERS)
                        .on(QUEUE_WORKERS.ID.eq(QUEUE_JOBS.WORKER_ID))
                        .where(QUEUE_JOBS.ID.eq(id.value()))
                        .and(QUEUE_JOBS.FENCE.eq(fence))
                        .and(QUEUE_JOBS.PLACE.eq(QueuePlace.RUNNING))
                        .and(QueueClaim.isAlive(QueueTx.of(sql, clock)))));
    }
}
