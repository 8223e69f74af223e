package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.JobState;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;
import org.jooq.TableField;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;

/**
 * One transaction of the queue: where its statements go, and the time by the database's clock.
 *
 * <p>Rows are locked in one order by all: jobs by their ids, then identities by their keys, then groups by their names. Who
 * cannot keep to it ends in a deadlock, which the database finds and the transaction survives by being run again.
 *
 * @param now microseconds since 1970
 */
record QueueTx(DSLContext sql, Field<Long> now) {

    /** What decides about a job; without payload and output, which may be large. */
    private static final List<TableField<QueueJobsRecord, ?>> DECIDING = List.of(
            QUEUE_JOBS.ID,
            QUEUE_JOBS.PLACE,
            QUEUE_JOBS.STATE,
            QUEUE_JOBS.FENCE,
            QUEUE_JOBS.ATTEMPTS,
            QUEUE_JOBS.MAX_ATTEMPTS,
            QUEUE_JOBS.IDENTITY_KEY,
            QUEUE_JOBS.GROUP_NAME,
            QUEUE_JOBS.GROUP_LIMIT,
            QUEUE_JOBS.OPEN_PARENTS,
            QUEUE_JOBS.ON_LOST_PARENT,
            QUEUE_JOBS.HAS_CHILDREN,
            QUEUE_JOBS.CANCEL_REQUESTED);

    static QueueTx of(DSLContext sql, LeaseClock clock) {
        return new QueueTx(sql, clock.micros(sql));
    }

    static Condition isOneOf(Collection<Long> ids) {
        return Lookups.isOneOf(QUEUE_JOBS.ID, ids);
    }

    /** Locks these jobs, waiting for whoever has them locked. */
    List<QueueJobsRecord> lock(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.select(DECIDING)
                        .from(QUEUE_JOBS)
                        .where(isOneOf(ids))
                        .orderBy(QUEUE_JOBS.ID)
                        .forUpdate()
                        .fetchInto(QUEUE_JOBS);
    }

    /** Locks the first of those that fit, leaving out what others have locked where the database can. */
    List<QueueJobsRecord> lockFirst(Condition fitting, int limit) {
        return free(sql.select(DECIDING)
                        .from(QUEUE_JOBS)
                        .where(fitting)
                        .orderBy(inOrder())
                        .limit(limit))
                .fetchInto(QUEUE_JOBS);
    }

    static List<Field<?>> inOrder() {
        return List.of(QUEUE_JOBS.PLACE, QUEUE_JOBS.SORT_AT);
    }

    /** Locks what a query finds; H2 waits for locked rows and looks at them again, since its SKIP LOCKED hangs on the plan. */
    <R extends Record> Select<R> free(SelectForUpdateStep<R> query) {
        return canSkip() ? query.forUpdate().skipLocked() : query.forUpdate();
    }

    boolean canSkip() {
        return sql.dialect() == SQLDialect.MARIADB;
    }

    /** The rank of a job that may start from its time on. */
    static Field<Long> rank() {
        return QUEUE_JOBS.AVAILABLE_AT.minus(QUEUE_JOBS.HEAD_START);
    }

    /** Begins a change of jobs that is a step of their lives, told to the history first. */
    UpdateSetMoreStep<QueueJobsRecord> step(Collection<Long> ids, JobState to, QueueStep step) {
        step.tell(this, ids, to);
        return sql.update(QUEUE_JOBS)
                .set(QUEUE_JOBS.STEPS, QUEUE_JOBS.STEPS.plus(1))
                .set(QUEUE_JOBS.STATE, DSL.inline(to.name()))
                .set(QUEUE_JOBS.REASON, step.reason())
                .set(QUEUE_JOBS.MESSAGE, step.shortMessage());
    }
}
