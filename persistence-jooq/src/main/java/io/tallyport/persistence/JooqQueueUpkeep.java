package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_DEPENDENCIES;
import static io.tallyport.persistence.schema.Tables.QUEUE_IDENTITIES;
import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;
import static io.tallyport.persistence.schema.Tables.QUEUE_WORKERS;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The queue's upkeep in tables. */
final class JooqQueueUpkeep implements QueueUpkeep {

    private static final QueueStep RESET = QueueStep.ofTry("timeout", "Reset due to timeout");

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqQueueUpkeep(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean isAnythingDue(Set<String> types) {
        if (types.isEmpty()) {
            return false;
        }
        return transactions.call("look at the queue", sql -> {
            Condition claimable = QUEUE_JOBS.PLACE.eq(QueuePlace.READY).and(QUEUE_JOBS.TYPE.in(types));
            return sql.fetchExists(first(claimable)
                    .unionAll(first(isDue(QueueTx.of(sql, clock)).and(QUEUE_JOBS.TYPE.in(types)))));
        });
    }

    private static Select<Record1<Integer>> first(Condition fitting) {
        return DSL.selectOne()
                .from(DSL.selectOne().from(QUEUE_JOBS).where(fitting).limit(1).asTable("first"));
    }

    private static Condition isDue(QueueTx tx) {
        return QUEUE_JOBS.PLACE.eq(QueuePlace.LATER).and(QUEUE_JOBS.SORT_AT.le(tx.now()));
    }

    @Override
    public int promote(int limit) {
        return transactions.call("promote jobs", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            List<Long> due = QueueEnds.ids(tx.lockFirst(isDue(tx), limit));
            if (!due.isEmpty()) {
                QueueChildren.promote(tx, due);
            }
            return due.size();
        });
    }

    @Override
    public int reap(int limit) {
        return transactions.call("reap jobs", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            // First, so that a late heartbeat either comes before this or is told that it is too late.
            sql.update(QUEUE_WORKERS)
                    .set(QUEUE_WORKERS.GONE, true)
                    .where(QUEUE_WORKERS.GONE.isFalse())
                    .and(QUEUE_WORKERS.LEASE_UNTIL.le(tx.now()))
                    .execute();
            List<QueueJobsRecord> orphans = tx.lockFirst(isOrphaned(), limit);
            orphans.forEach(job -> reap(tx, job));
            return orphans.size();
        });
    }

    private static Condition isOrphaned() {
        return QUEUE_JOBS
                .PLACE
                .eq(QueuePlace.RUNNING)
                .and(DSL.notExists(DSL.selectOne()
                        .from(QUEUE_WORKERS)
                        .where(QUEUE_WORKERS.ID.eq(QUEUE_JOBS.WORKER_ID))
                        .and(QUEUE_WORKERS.GONE.isFalse())));
    }

    private static void reap(QueueTx tx, QueueJobsRecord job) {
        if (job.getCancelRequested()) {
            QueueEnds.finish(tx, List.of(job), JobState.CANCELLED, RESET);
        } else {
            QueueEnds.waitAgain(tx, job, new QueueEnds.Wait(JobState.PENDING, 0, 0), RESET);
        }
    }

    @Override
    public int release(int limit) {
        return transactions.call("release jobs", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            return heldByIdentity(tx, limit) + heldByGroup(tx) + blocked(tx, limit);
        });
    }

    private static int heldByIdentity(QueueTx tx, int limit) {
        List<String> keys = tx.sql()
                .select(QUEUE_IDENTITIES.IDENTITY_KEY)
                .from(QUEUE_JOBS)
                .join(QUEUE_IDENTITIES)
                .on(QUEUE_IDENTITIES.IDENTITY_KEY.eq(QUEUE_JOBS.IDENTITY_KEY))
                .where(QUEUE_JOBS.PLACE.eq(QueuePlace.HELD))
                .and(QUEUE_IDENTITIES.RUNNING_ID.isNull())
                .limit(limit)
                .fetch(QUEUE_IDENTITIES.IDENTITY_KEY);
        keys.stream().sorted().forEach(key -> QueueIdentities.lock(tx.sql(), key));
        return keys.isEmpty() ? 0 : QueueIdentities.letGo(tx.sql(), keys);
    }

    private static int heldByGroup(QueueTx tx) {
        List<String> waiting = QueueGroups.withWaiting(tx);
        return waiting.isEmpty() ? 0 : QueueGroups.letGo(tx, waiting);
    }

    private static int blocked(QueueTx tx, int limit) {
        List<Long> free = tx.sql()
                .select(QUEUE_JOBS.ID)
                .from(QUEUE_JOBS)
                .where(QUEUE_JOBS.PLACE.eq(QueuePlace.BLOCKED))
                .and(DSL.notExists(DSL.selectOne()
                        .from(QUEUE_DEPENDENCIES)
                        .where(QUEUE_DEPENDENCIES.CHILD_ID.eq(QUEUE_JOBS.ID))
                        .and(QUEUE_DEPENDENCIES.MET.isFalse())))
                .limit(limit)
                .fetch(QUEUE_JOBS.ID);
        return QueueChildren.free(tx, free);
    }
}
