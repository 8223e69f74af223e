package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_HISTORY;
import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.JobState;
import java.util.Collection;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Why a job goes to another state.
 *
 * @param endsTry whether a worker's try ends with it
 * @param actor who does it, empty for the worker whose try ends
 */
record QueueStep(boolean endsTry, String actor, String reason, String message) {

    private static final int MESSAGE_LENGTH = 2000;

    static QueueStep ofTry(String reason, String message) {
        return new QueueStep(true, "", reason, message);
    }

    static QueueStep by(String actor, String reason, String message) {
        return new QueueStep(false, actor, reason, message);
    }

    String shortMessage() {
        return message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH - 1) + "…";
    }

    /** Adds it to the history of jobs as they stand before their change. */
    void tell(QueueTx tx, Collection<Long> ids, JobState to) {
        Field<Long> none = DSL.inline((Long) null);
        tx.sql()
                .insertInto(
                        QUEUE_HISTORY,
                        QUEUE_HISTORY.JOB_ID,
                        QUEUE_HISTORY.STEP,
                        QUEUE_HISTORY.AT,
                        QUEUE_HISTORY.STATE,
                        QUEUE_HISTORY.ACTOR,
                        QUEUE_HISTORY.ATTEMPT,
                        QUEUE_HISTORY.WORKER_ID,
                        QUEUE_HISTORY.STARTED_AT,
                        QUEUE_HISTORY.REASON,
                        QUEUE_HISTORY.MESSAGE)
                .select(DSL.select(
                                QUEUE_JOBS.ID,
                                QUEUE_JOBS.STEPS.plus(1),
                                tx.now(),
                                DSL.inline(to.name()),
                                DSL.val(actor),
                                QUEUE_JOBS.ATTEMPTS,
                                endsTry ? QUEUE_JOBS.WORKER_ID : none,
                                endsTry ? QUEUE_JOBS.STARTED_AT : none,
                                DSL.val(reason),
                                DSL.val(shortMessage()))
                        .from(QUEUE_JOBS)
                        .where(QueueTx.isOneOf(ids)))
                .execute();
    }
}
