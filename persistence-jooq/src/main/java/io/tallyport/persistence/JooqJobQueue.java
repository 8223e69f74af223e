package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;
import static io.tallyport.persistence.schema.Tables.QUEUE_WORKERS;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.Enqueued;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobProgress;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Pulse;
import io.tallyport.core.job.Renewal;
import io.tallyport.core.job.Settlement;
import io.tallyport.core.job.WorkerId;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record1;
import org.jooq.impl.DSL;

/** The queue in tables. What a call does is in a class of its own; each call is one transaction, a claim at most a few. */
final class JooqJobQueue implements JobQueue {

    /** How often a claim looks again at the head after it has moved things out of the way. */
    private static final int LOOKS = 20;

    /** How many it looks at then, since what is in the way is seldom alone. */
    private static final int WIDE = 500;

    private static final int TEXT_LENGTH = 500;

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqJobQueue(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Enqueued> enqueue(List<NewJob> jobs) {
        return jobs.isEmpty()
                ? List.of()
                : transactions.call("enqueue", sql -> QueueEnqueue.all(QueueTx.of(sql, clock), jobs));
    }

    @Override
    public List<ClaimedJob> claim(WorkerId worker, Set<String> types, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one job is claimed, got a limit of " + limit);
        }
        List<ClaimedJob> claimed = new ArrayList<>();
        boolean goesOn = !types.isEmpty();
        for (int i = 0; i < LOOKS && goesOn; i++) {
            int more = limit - claimed.size();
            goesOn = look(worker, types, more, i == 0 ? more : Math.max(more, WIDE), claimed);
        }
        return claimed;
    }

    /** Adds what one look claims; whether another may find more. */
    private boolean look(WorkerId worker, Set<String> types, int limit, int width, List<ClaimedJob> claimed) {
        try {
            QueueClaim.Look look = transactions.call(
                    "claim jobs", sql -> QueueClaim.look(QueueTx.of(sql, clock), worker, types, limit, width));
            claimed.addAll(look.claimed());
            return look.movedOn() && look.claimed().size() < limit;
        } catch (PortException.Transient failed) {
            // Nothing was claimed by this look: on a cluster, another node may take the same jobs and commit first.
            // What was
            // claimed by the looks before is the worker's, and must not be lost to it.
            if (claimed.isEmpty() && !Failures.isBusy(failed)) {
                throw failed;
            }
            return false;
        }
    }

    @Override
    public Renewal renew(WorkerId worker, Pulse pulse, Duration lease) {
        return transactions.call("renew lease", sql -> renew(QueueTx.of(sql, clock), worker, pulse, lease));
    }

    private static Renewal renew(QueueTx tx, WorkerId worker, Pulse pulse, Duration lease) {
        int held = tx.sql()
                .update(QUEUE_WORKERS)
                .set(QUEUE_WORKERS.LAST_SEEN, tx.now())
                .set(QUEUE_WORKERS.LEASE_UNTIL, tx.now().plus(QueueTime.micros(lease)))
                .set(QUEUE_WORKERS.RUNNING, pulse.running())
                .set(QUEUE_WORKERS.MEMORY_BYTES, pulse.memoryBytes())
                .where(QUEUE_WORKERS.ID.eq(worker.value()))
                .and(QUEUE_WORKERS.GONE.isFalse())
                .execute();
        pulse.progress().forEach(progress -> tell(tx, progress));
        return new Renewal(
                held == 1,
                tx
                        .sql()
                        .select(QUEUE_JOBS.ID)
                        .from(QUEUE_JOBS)
                        .where(QUEUE_JOBS.PLACE.eq(QueuePlace.RUNNING))
                        .and(QUEUE_JOBS.WORKER_ID.eq(worker.value()))
                        .and(QUEUE_JOBS.CANCEL_REQUESTED.isTrue())
                        .fetch(Record1::value1)
                        .stream()
                        .map(JobId::new)
                        .collect(Collectors.toSet()));
    }

    private static void tell(QueueTx tx, JobProgress progress) {
        tx.sql()
                .update(QUEUE_JOBS)
                .set(QUEUE_JOBS.PROGRESS_DONE, progress.done())
                .set(QUEUE_JOBS.PROGRESS_TOTAL, progress.total())
                .set(QUEUE_JOBS.PROGRESS_TEXT, DSL.left(progress.message(), TEXT_LENGTH))
                .where(QUEUE_JOBS.ID.eq(progress.id().value()))
                .and(QUEUE_JOBS.FENCE.eq(progress.fence()))
                .and(QUEUE_JOBS.PLACE.eq(QueuePlace.RUNNING))
                .execute();
    }

    @Override
    public List<Settlement> settle(List<Settlement> settlements) {
        return settlements.isEmpty()
                ? List.of()
                : transactions.call("settle jobs", sql -> QueueSettle.all(QueueTx.of(sql, clock), settlements));
    }
}
