package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.JobState;
import io.tallyport.persistence.schema.tables.records.QueueIdentitiesRecord;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** How jobs that are locked come to an end, or back to those that wait. */
final class QueueEnds {

    private QueueEnds() {}

    /** Brings jobs to a final state and lets go what waited for that. */
    static void finish(QueueTx tx, List<QueueJobsRecord> jobs, JobState state, QueueStep step) {
        if (jobs.isEmpty()) {
            return;
        }
        List<Long> ids = ids(jobs);
        tx.step(ids, state, step)
                .set(QUEUE_JOBS.PLACE, QueuePlace.of(state))
                .set(QUEUE_JOBS.SORT_AT, tx.now())
                .set(QUEUE_JOBS.ENDED_AT, tx.now())
                .set(QUEUE_JOBS.CANCEL_REQUESTED, false)
                .where(QueueTx.isOneOf(ids))
                .execute();
        leave(tx, jobs);
        List<Long> parents =
                ids(jobs.stream().filter(QueueJobsRecord::getHasChildren).toList());
        if (parents.isEmpty()) {
            return;
        }
        if (state == JobState.COMPLETED) {
            QueueChildren.completed(tx, parents);
        } else {
            QueueChildren.lost(tx, parents, state);
        }
    }

    /** What jobs held of their identities and groups is free. */
    static void leave(QueueTx tx, List<QueueJobsRecord> jobs) {
        QueueIdentities.leave(tx.sql(), ids(jobs), named(jobs, QueueJobsRecord::getIdentityKey));
        leaveGroups(tx, jobs);
    }

    private static void leaveGroups(QueueTx tx, List<QueueJobsRecord> jobs) {
        List<QueueJobsRecord> ran = jobs.stream()
                .filter(job -> job.getPlace() == QueuePlace.RUNNING)
                .toList();
        Set<String> groups = named(ran, QueueJobsRecord::getGroupName);
        if (!groups.isEmpty()) {
            QueueGroups.letGo(tx, groups);
        }
    }

    static Set<String> named(Collection<QueueJobsRecord> jobs, Function<QueueJobsRecord, @Nullable String> name) {
        return jobs.stream().map(name).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Long> ids(Collection<QueueJobsRecord> jobs) {
        return jobs.stream().map(QueueJobsRecord::getId).toList();
    }

    /**
     * How a job waits after its try.
     *
     * @param state PENDING or FAILED
     * @param delayMicros from now; 0 for at once
     * @param fewerAttempts what is given back of its tries; without another one left the job is dead
     */
    record Wait(JobState state, long delayMicros, int fewerAttempts) {

        private boolean hasTry(QueueJobsRecord job) {
            return job.getAttempts() - fewerAttempts < job.getMaxAttempts();
        }
    }

    /**
     * Puts a job in process back to those that wait; when a successor with its identity waits already, it ends instead and
     * that one does the work, also after the last try.
     */
    static void waitAgain(QueueTx tx, QueueJobsRecord job, Wait wait, QueueStep step) {
        String key = job.getIdentityKey();
        Optional<QueueIdentitiesRecord> identity =
                Optional.ofNullable(key).map(one -> QueueIdentities.lock(tx.sql(), one));
        Optional<Long> successor = identity.flatMap(QueueIdentities::waiting);
        if (successor.isPresent()) {
            merge(tx, job, successor.get(), step);
            return;
        }
        if (!wait.hasTry(job)) {
            finish(tx, List.of(job), JobState.DEAD, step);
            return;
        }
        List<Long> id = List.of(job.getId());
        Field<Long> due =
                wait.delayMicros() == 0 ? QUEUE_JOBS.AVAILABLE_AT : tx.now().plus(wait.delayMicros());
        tx.step(id, wait.state(), step)
                .set(QUEUE_JOBS.PLACE, QueuePlace.LATER)
                .set(QUEUE_JOBS.SORT_AT, due)
                .set(QUEUE_JOBS.AVAILABLE_AT, due)
                .set(QUEUE_JOBS.ATTEMPTS, QUEUE_JOBS.ATTEMPTS.minus(wait.fewerAttempts()))
                .where(QueueTx.isOneOf(id))
                .execute();
        if (key != null) {
            QueueIdentities.backToWaiting(tx.sql(), key, job.getId());
        }
        QueueChildren.promote(tx, id);
        leaveGroups(tx, List.of(job));
    }

    private static void merge(QueueTx tx, QueueJobsRecord job, long successor, QueueStep step) {
        if (job.getHasChildren()) {
            QueueChildren.handOver(tx, job.getId(), successor);
        }
        String message = "merged into job " + successor + (step.message().isEmpty() ? "" : ": " + step.message());
        finish(tx, List.of(job), JobState.CANCELLED, new QueueStep(step.endsTry(), step.actor(), "merged", message));
    }
}
