package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;
import static io.tallyport.persistence.schema.Tables.QUEUE_WORKERS;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.WorkerId;
import io.tallyport.persistence.schema.tables.records.QueueIdentitiesRecord;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Takes the first jobs of the claimable ones. What may not start, since its identity is in process or its group has no room,
 * goes where it does not stand in the way of others.
 */
final class QueueClaim {

    private static final List<TableField<QueueJobsRecord, ?>> HANDED_OUT = List.of(
            QUEUE_JOBS.ID,
            QUEUE_JOBS.FENCE,
            QUEUE_JOBS.TYPE,
            QUEUE_JOBS.VERSION,
            QUEUE_JOBS.PAYLOAD,
            QUEUE_JOBS.ATTEMPTS,
            QUEUE_JOBS.MAX_ATTEMPTS,
            QUEUE_JOBS.PRIORITY,
            QUEUE_JOBS.IDENTITY_KEY,
            QUEUE_JOBS.GROUP_NAME,
            QUEUE_JOBS.GROUP_LIMIT,
            QUEUE_JOBS.ENQUEUED_AT);

    private final QueueTx tx;
    private final List<QueueJobsRecord> taken = new ArrayList<>();
    private final Map<Integer, List<Long>> heldBack = new HashMap<>();

    private QueueClaim(QueueTx tx) {
        this.tx = tx;
    }

    /**
     * One look at the head of the queue.
     *
     * @param movedOn whether something was moved out of the way, so that another look may find more
     */
    record Look(List<ClaimedJob> claimed, boolean movedOn) {}

    /**
     * Looks at the first {@code width} jobs and takes at most {@code limit} of them.
     *
     * @param width at least {@code limit}; those beyond what is taken stay where they are
     */
    static Look look(QueueTx tx, WorkerId worker, Set<String> types, int limit, int width) {
        return new QueueClaim(tx).look(worker, types, limit, width);
    }

    private Look look(WorkerId worker, Set<String> types, int limit, int width) {
        sort(candidates(worker, types, width), limit);
        heldBack.forEach(this::move);
        if (!taken.isEmpty()) {
            take(worker);
        }
        return new Look(taken.stream().map(QueueRows::claimed).toList(), !heldBack.isEmpty());
    }

    private List<QueueJobsRecord> candidates(WorkerId worker, Set<String> types, int limit) {
        Condition fitting = QUEUE_JOBS
                .PLACE
                .eq(QueuePlace.READY)
                .and(QUEUE_JOBS.TYPE.in(types))
                .and(DSL.exists(DSL.selectOne()
                        .from(QUEUE_WORKERS)
                        .where(QUEUE_WORKERS.ID.eq(worker.value()))
                        .and(isAlive(tx))));
        return tx.free(tx.sql()
                        .select(HANDED_OUT)
                        .from(QUEUE_JOBS)
                        .where(fitting)
                        .orderBy(QueueTx.inOrder())
                        .limit(limit))
                .fetchInto(QUEUE_JOBS);
    }

    static Condition isAlive(QueueTx tx) {
        return QUEUE_WORKERS.GONE.isFalse().and(QUEUE_WORKERS.LEASE_UNTIL.gt(tx.now()));
    }

    private void sort(List<QueueJobsRecord> candidates, int limit) {
        Set<String> keys = QueueEnds.named(candidates, QueueJobsRecord::getIdentityKey);
        Set<String> names = QueueEnds.named(candidates, QueueJobsRecord::getGroupName);
        Map<String, QueueIdentitiesRecord> identities = keys.isEmpty() ? Map.of() : QueueIdentities.lockFree(tx, keys);
        Map<String, QueueGroups.Locked> groups = names.isEmpty() ? Map.of() : QueueGroups.lock(tx, names);
        Map<String, Integer> ofGroup = new HashMap<>();
        for (QueueJobsRecord job : candidates) {
            if (taken.size() == limit || !mayPass(job, identities)) {
                continue;
            }
            QueueGroups.Locked group = job.getGroupName() == null ? null : groups.get(job.getGroupName());
            if (group == null) {
                taken.add(job);
            } else if (group.hasRoom(job, ofGroup.getOrDefault(job.getGroupName(), 0))) {
                ofGroup.merge(job.getGroupName(), 1, Integer::sum);
                taken.add(job);
            } else {
                holdBack(job, QueuePlace.ofGroup(group.id()));
            }
        }
    }

    /** Whether no job with its identity is in process; when somebody has it locked just now, it stays for the next look. */
    private boolean mayPass(QueueJobsRecord job, Map<String, QueueIdentitiesRecord> identities) {
        if (job.getIdentityKey() == null) {
            return true;
        }
        QueueIdentitiesRecord identity = identities.get(job.getIdentityKey());
        if (identity == null) {
            return false;
        }
        if (identity.getRunningId() != null) {
            holdBack(job, QueuePlace.HELD);
            return false;
        }
        return true;
    }

    private void holdBack(QueueJobsRecord job, int place) {
        heldBack.computeIfAbsent(place, any -> new ArrayList<>()).add(job.getId());
    }

    private void move(int place, List<Long> jobs) {
        tx.sql()
                .update(QUEUE_JOBS)
                .set(QUEUE_JOBS.PLACE, place)
                .where(QueueTx.isOneOf(jobs))
                .execute();
    }

    private void take(WorkerId worker) {
        tx.sql()
                .update(QUEUE_JOBS)
                .set(QUEUE_JOBS.PLACE, QueuePlace.RUNNING)
                .set(QUEUE_JOBS.SORT_AT, tx.now())
                .set(QUEUE_JOBS.STATE, JobState.PROCESSING.name())
                .set(QUEUE_JOBS.FENCE, QUEUE_JOBS.FENCE.plus(1))
                .set(QUEUE_JOBS.ATTEMPTS, QUEUE_JOBS.ATTEMPTS.plus(1))
                .set(QUEUE_JOBS.WORKER_ID, worker.value())
                .set(QUEUE_JOBS.STARTED_AT, tx.now())
                .where(QueueTx.isOneOf(QueueEnds.ids(taken)))
                .execute();
        taken.stream()
                .filter(job -> job.getIdentityKey() != null)
                .forEach(job -> QueueIdentities.setRunning(tx.sql(), job.getIdentityKey(), job.getId()));
    }
}
