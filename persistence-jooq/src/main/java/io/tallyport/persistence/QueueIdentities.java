package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_IDENTITIES;
import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.persistence.schema.tables.records.QueueIdentitiesRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

/** Which jobs of an identity wait and are in process. */
final class QueueIdentities {

    private QueueIdentities() {}

    /** The row of a key, there from now on and locked by a change, which a cluster certifies. */
    static QueueIdentitiesRecord lock(DSLContext sql, String key) {
        if (touch(sql, List.of(key)) == 0
                && !Upserts.add(sql.insertInto(QUEUE_IDENTITIES)
                        .set(QUEUE_IDENTITIES.IDENTITY_KEY, key)
                        .set(QUEUE_IDENTITIES.CHANGES, 1L))) {
            touch(sql, List.of(key));
        }
        return sql.selectFrom(QUEUE_IDENTITIES)
                .where(QUEUE_IDENTITIES.IDENTITY_KEY.eq(key))
                .fetchSingle();
    }

    private static int touch(DSLContext sql, Collection<String> keys) {
        return sql.update(QUEUE_IDENTITIES)
                .set(QUEUE_IDENTITIES.CHANGES, QUEUE_IDENTITIES.CHANGES.plus(1))
                .where(isOneOf(keys))
                .execute();
    }

    private static Condition isOneOf(Collection<String> keys) {
        return Lookups.isOneOf(QUEUE_IDENTITIES.IDENTITY_KEY, new TreeSet<>(keys));
    }

    /**
     * The rows of keys whose jobs are to be claimed; without those that somebody has locked, since that one may wait for
     * a job which the claim has locked.
     */
    static Map<String, QueueIdentitiesRecord> lockFree(QueueTx tx, Collection<String> keys) {
        SelectConditionStep<QueueIdentitiesRecord> query =
                tx.sql().selectFrom(QUEUE_IDENTITIES).where(isOneOf(keys));
        Select<QueueIdentitiesRecord> locking = tx.canSkip() ? query.forUpdate().skipLocked() : query.forUpdate();
        return locking.fetchMap(QUEUE_IDENTITIES.IDENTITY_KEY);
    }

    static void setWaiting(DSLContext sql, String key, long job) {
        sql.update(QUEUE_IDENTITIES)
                .set(QUEUE_IDENTITIES.WAITING_ID, job)
                .where(QUEUE_IDENTITIES.IDENTITY_KEY.eq(key))
                .execute();
    }

    static void setRunning(DSLContext sql, String key, long job) {
        sql.update(QUEUE_IDENTITIES)
                .setNull(QUEUE_IDENTITIES.WAITING_ID)
                .set(QUEUE_IDENTITIES.RUNNING_ID, job)
                .set(QUEUE_IDENTITIES.CHANGES, QUEUE_IDENTITIES.CHANGES.plus(1))
                .where(QUEUE_IDENTITIES.IDENTITY_KEY.eq(key))
                .execute();
    }

    /** The job in process waits again; no other does. */
    static void backToWaiting(DSLContext sql, String key, long job) {
        sql.update(QUEUE_IDENTITIES)
                .setNull(QUEUE_IDENTITIES.RUNNING_ID)
                .set(QUEUE_IDENTITIES.WAITING_ID, job)
                .where(QUEUE_IDENTITIES.IDENTITY_KEY.eq(key))
                .execute();
    }

    /** Says that a job is in process no more, or waits no more. */
    static void leave(DSLContext sql, Collection<Long> jobs, Collection<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        touch(sql, keys);
        sql.update(QUEUE_IDENTITIES)
                .setNull(QUEUE_IDENTITIES.RUNNING_ID)
                .where(isOneOf(keys))
                .and(QUEUE_IDENTITIES.RUNNING_ID.in(jobs))
                .execute();
        sql.update(QUEUE_IDENTITIES)
                .setNull(QUEUE_IDENTITIES.WAITING_ID)
                .where(isOneOf(keys))
                .and(QUEUE_IDENTITIES.WAITING_ID.in(jobs))
                .execute();
        letGo(sql, keys);
        sql.deleteFrom(QUEUE_IDENTITIES)
                .where(isOneOf(keys))
                .and(QUEUE_IDENTITIES.WAITING_ID.isNull())
                .and(QUEUE_IDENTITIES.RUNNING_ID.isNull())
                .execute();
    }

    /** Makes the waiting jobs of keys claimable of which none is in process. */
    static int letGo(DSLContext sql, Collection<String> keys) {
        List<Long> next = sql.select(QUEUE_IDENTITIES.WAITING_ID)
                .from(QUEUE_IDENTITIES)
                .where(isOneOf(keys))
                .and(QUEUE_IDENTITIES.RUNNING_ID.isNull())
                .and(QUEUE_IDENTITIES.WAITING_ID.isNotNull())
                .fetch(QUEUE_IDENTITIES.WAITING_ID);
        return next.isEmpty()
                ? 0
                : sql.update(QUEUE_JOBS)
                        .set(QUEUE_JOBS.PLACE, QueuePlace.READY)
                        .where(QueueTx.isOneOf(next))
                        .and(QUEUE_JOBS.PLACE.eq(QueuePlace.HELD))
                        .execute();
    }

    /** The job of a key that waits. */
    static Optional<Long> waiting(QueueIdentitiesRecord row) {
        return Optional.ofNullable(row.getWaitingId());
    }
}
