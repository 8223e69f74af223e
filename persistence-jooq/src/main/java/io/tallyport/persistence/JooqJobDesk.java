package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_DEPENDENCIES;
import static io.tallyport.persistence.schema.Tables.QUEUE_HISTORY;
import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.persistence.schema.tables.records.QueueIdentitiesRecord;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What a person does with jobs, in tables. */
final class JooqJobDesk implements JobDesk {

    private static final int PRUNED_AT_ONCE = 500;

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqJobDesk(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    private static List<Long> values(List<JobId> ids) {
        return ids.stream().map(JobId::value).distinct().toList();
    }

    @Override
    public List<Cancelled> cancel(List<JobId> ids, String actor) {
        return transactions.call("cancel jobs", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            Map<Long, QueueJobsRecord> jobs = tx.lock(values(ids)).stream()
                    .collect(Collectors.toMap(QueueJobsRecord::getId, Function.identity()));
            return ids.stream()
                    .map(id -> Optional.ofNullable(jobs.get(id.value()))
                            .map(job -> cancel(tx, job, actor))
                            .orElse(Cancelled.TOO_LATE))
                    .toList();
        });
    }

    @Override
    public int takeBack(List<JobId> ids, String actor) {
        return transactions.call("take back jobs", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            return (int) tx.lock(values(ids)).stream()
                    .filter(job -> QueuePlace.isWaiting(job.getPlace()) && isTakenBack(tx, job, actor))
                    .count();
        });
    }

    private static boolean isTakenBack(QueueTx tx, QueueJobsRecord job, String actor) {
        // Another of the same call may have cancelled it already, as its parent.
        List<QueueJobsRecord> still = tx.lock(List.of(job.getId())).stream()
                .filter(one -> QueuePlace.isWaiting(one.getPlace()))
                .toList();
        QueueEnds.finish(tx, still, JobState.CANCELLED, QueueStep.by(actor, "cancelled", "cancelled by " + actor));
        return !still.isEmpty();
    }

    private static Cancelled cancel(QueueTx tx, QueueJobsRecord job, String actor) {
        if (QueuePlace.isWaiting(job.getPlace())) {
            return isTakenBack(tx, job, actor) ? Cancelled.CANCELLED : Cancelled.TOO_LATE;
        }
        if (job.getPlace() != QueuePlace.RUNNING) {
            return Cancelled.TOO_LATE;
        }
        tx.sql()
                .update(QUEUE_JOBS)
                .set(QUEUE_JOBS.CANCEL_REQUESTED, true)
                .where(QUEUE_JOBS.ID.eq(job.getId()))
                .execute();
        return Cancelled.REQUESTED;
    }

    @Override
    public boolean edit(JobId id, int version, String payload, String actor) {
        return transactions.call("edit job", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            List<QueueJobsRecord> editable = tx.lock(List.of(id.value())).stream()
                    .filter(job -> job.getPlace() == QueuePlace.DEAD || QueuePlace.isWaiting(job.getPlace()))
                    .toList();
            for (QueueJobsRecord job : editable) {
                QueueStep step = QueueStep.by(actor, "edited", "payload edited by " + actor);
                tx.step(List.of(job.getId()), JobState.valueOf(job.getState()), step)
                        .set(QUEUE_JOBS.PAYLOAD, payload)
                        .set(QUEUE_JOBS.VERSION, version)
                        .where(QUEUE_JOBS.ID.eq(job.getId()))
                        .execute();
            }
            return !editable.isEmpty();
        });
    }

    @Override
    public List<JobId> replay(List<JobId> ids, String actor) {
        return transactions.call("replay jobs", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            QueueStep step = QueueStep.by(actor, "replayed", "replayed by " + actor);
            List<JobId> replayed = new ArrayList<>();
            for (QueueJobsRecord job : tx.lock(values(ids))) {
                if (JobState.FAILED.name().equals(job.getState()) ? hasten(tx, job, step) : revive(tx, job, step)) {
                    replayed.add(new JobId(job.getId()));
                }
            }
            return replayed;
        });
    }

    /** Lets it start now; its tries stay. */
    private static boolean hasten(QueueTx tx, QueueJobsRecord job, QueueStep step) {
        boolean waitsForTime = job.getPlace() == QueuePlace.LATER;
        tx.step(List.of(job.getId()), JobState.FAILED, step)
                .set(QUEUE_JOBS.PLACE, waitsForTime ? QueuePlace.READY : job.getPlace())
                .set(QUEUE_JOBS.SORT_AT, tx.now().minus(QUEUE_JOBS.HEAD_START))
                .set(QUEUE_JOBS.AVAILABLE_AT, tx.now())
                .where(QUEUE_JOBS.ID.eq(job.getId()))
                .execute();
        return true;
    }

    private static boolean revive(QueueTx tx, QueueJobsRecord job, QueueStep step) {
        if (job.getPlace() != QueuePlace.DEAD && job.getPlace() != QueuePlace.CANCELLED) {
            return false;
        }
        Optional<QueueIdentitiesRecord> identity =
                Optional.ofNullable(job.getIdentityKey()).map(key -> QueueIdentities.lock(tx.sql(), key));
        if (identity.flatMap(QueueIdentities::waiting).isPresent()) {
            return false;
        }
        tx.step(List.of(job.getId()), JobState.PENDING, step)
                .set(QUEUE_JOBS.PLACE, QueuePlace.READY)
                .set(QUEUE_JOBS.SORT_AT, tx.now().minus(QUEUE_JOBS.HEAD_START))
                .set(QUEUE_JOBS.AVAILABLE_AT, tx.now())
                .set(QUEUE_JOBS.ATTEMPTS, 0)
                .set(QUEUE_JOBS.OPEN_PARENTS, 0)
                .set(QUEUE_JOBS.ACKNOWLEDGED, false)
                .setNull(QUEUE_JOBS.ENDED_AT)
                .where(QUEUE_JOBS.ID.eq(job.getId()))
                .execute();
        // Whoever replays a job whose parent was lost wants it without that one.
        tx.sql()
                .update(QUEUE_DEPENDENCIES)
                .set(QUEUE_DEPENDENCIES.MET, true)
                .where(QUEUE_DEPENDENCIES.CHILD_ID.eq(job.getId()))
                .execute();
        identity.ifPresent(row -> QueueIdentities.setWaiting(tx.sql(), row.getIdentityKey(), job.getId()));
        return true;
    }

    @Override
    public int discard(List<JobId> ids, String actor) {
        return transactions.call("discard jobs", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            List<Long> dead = sql.select(QUEUE_JOBS.ID)
                    .from(QUEUE_JOBS)
                    .where(QueueTx.isOneOf(values(ids)))
                    .and(QUEUE_JOBS.PLACE.eq(QueuePlace.DEAD))
                    .and(QUEUE_JOBS.ACKNOWLEDGED.isFalse())
                    .forUpdate()
                    .fetch(QUEUE_JOBS.ID);
            if (!dead.isEmpty()) {
                QueueStep.by(actor, "discarded", "noted by " + actor).tell(tx, dead, JobState.DEAD);
                sql.update(QUEUE_JOBS)
                        .set(QUEUE_JOBS.ACKNOWLEDGED, true)
                        .set(QUEUE_JOBS.STEPS, QUEUE_JOBS.STEPS.plus(1))
                        .where(QueueTx.isOneOf(dead))
                        .execute();
            }
            return dead.size();
        });
    }

    @Override
    public long prune(Duration age, int limit) {
        long pruned = 0;
        for (int place : new int[] {QueuePlace.COMPLETED, QueuePlace.CANCELLED, QueuePlace.DEAD}) {
            int some = 1;
            while (pruned < limit && some > 0) {
                int most = (int) Math.min(PRUNED_AT_ONCE, limit - pruned);
                some = transactions.call("prune jobs", sql -> prune(QueueTx.of(sql, clock), place, age, most));
                pruned += some;
            }
        }
        return pruned;
    }

    private static int prune(QueueTx tx, int place, Duration age, int most) {
        Field<Long> before = tx.now().minus(QueueTime.micros(age));
        Condition isNotWaitedFor = DSL.notExists(DSL.selectOne()
                .from(QUEUE_DEPENDENCIES)
                .where(QUEUE_DEPENDENCIES.PARENT_ID.eq(QUEUE_JOBS.ID))
                .and(QUEUE_DEPENDENCIES.MET.isFalse()));
        List<Long> past = QueueEnds.ids(tx.lockFirst(
                QUEUE_JOBS
                        .PLACE
                        .eq(place)
                        .and(QUEUE_JOBS.SORT_AT.lt(before))
                        .and(place == QueuePlace.DEAD ? QUEUE_JOBS.ACKNOWLEDGED.isTrue() : DSL.noCondition())
                        .and(QUEUE_JOBS.HAS_CHILDREN.isFalse().or(isNotWaitedFor)),
                most));
        if (!past.isEmpty()) {
            tx.sql()
                    .deleteFrom(QUEUE_HISTORY)
                    .where(Lookups.isOneOf(QUEUE_HISTORY.JOB_ID, past))
                    .execute();
            tx.sql()
                    .deleteFrom(QUEUE_DEPENDENCIES)
                    .where(Lookups.isOneOf(QUEUE_DEPENDENCIES.CHILD_ID, past))
                    .execute();
            tx.sql()
                    .deleteFrom(QUEUE_DEPENDENCIES)
                    .where(Lookups.isOneOf(QUEUE_DEPENDENCIES.PARENT_ID, past))
                    .execute();
            tx.sql().deleteFrom(QUEUE_JOBS).where(QueueTx.isOneOf(past)).execute();
        }
        return past.size();
    }
}
