package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_GROUPS;
import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.persistence.schema.tables.records.QueueGroupsRecord;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Groups of jobs: how many are in process, and whether a group rests. Nobody counts up and down: what is in process is counted
 * in the jobs, under the lock of the group's row, so that a count cannot drift.
 */
final class QueueGroups {

    private static final int AT_ONCE = 100;

    private QueueGroups() {}

    /**
     * A group while it is locked.
     *
     * @param resting whether it is parked
     */
    record Locked(long id, boolean resting, int running) {

        boolean hasRoom(QueueJobsRecord job, int taken) {
            return !resting && running + taken < job.getGroupLimit();
        }
    }

    /** Locks groups, adding those that are new. */
    static Map<String, Locked> lock(QueueTx tx, Collection<String> names) {
        Set<String> sorted = new TreeSet<>(names);
        for (String name : sorted) {
            touch(tx.sql(), name);
        }
        Map<String, Integer> running = running(tx, sorted);
        Field<Boolean> resting = DSL.field(QUEUE_GROUPS.PARKED_UNTIL.gt(tx.now()));
        return tx.sql()
                .select(QUEUE_GROUPS.ID, QUEUE_GROUPS.NAME, resting)
                .from(QUEUE_GROUPS)
                .where(Lookups.isOneOf(QUEUE_GROUPS.NAME, sorted))
                .fetchMap(
                        QUEUE_GROUPS.NAME,
                        row -> new Locked(row.value1(), row.value3(), running.getOrDefault(row.value2(), 0)));
    }

    private static void touch(DSLContext sql, String name) {
        if (changed(sql, name) == 0
                && !Upserts.add(sql.insertInto(QUEUE_GROUPS)
                        .set(QUEUE_GROUPS.NAME, name)
                        .set(QUEUE_GROUPS.PARKED_UNTIL, 0L)
                        .set(QUEUE_GROUPS.CHANGES, 1L))) {
            changed(sql, name);
        }
    }

    private static int changed(DSLContext sql, String name) {
        return sql.update(QUEUE_GROUPS)
                .set(QUEUE_GROUPS.CHANGES, QUEUE_GROUPS.CHANGES.plus(1))
                .where(QUEUE_GROUPS.NAME.eq(name))
                .execute();
    }

    private static Map<String, Integer> running(QueueTx tx, Set<String> names) {
        return tx.sql()
                .select(QUEUE_JOBS.GROUP_NAME, DSL.count())
                .from(QUEUE_JOBS)
                .where(QUEUE_JOBS.PLACE.eq(QueuePlace.RUNNING))
                .and(QUEUE_JOBS.GROUP_NAME.in(names))
                .groupBy(QUEUE_JOBS.GROUP_NAME)
                .fetchMap(QUEUE_JOBS.GROUP_NAME, DSL.count());
    }

    /** Lets a group rest; a longer rest stays. */
    static void park(QueueTx tx, String name, long micros) {
        touch(tx.sql(), name);
        Field<Long> until = tx.now().plus(micros);
        tx.sql()
                .update(QUEUE_GROUPS)
                .set(QUEUE_GROUPS.PARKED_UNTIL, until)
                .where(QUEUE_GROUPS.NAME.eq(name))
                .and(QUEUE_GROUPS.PARKED_UNTIL.lt(until))
                .execute();
    }

    /** Makes claimable what has room in its group now. */
    static int letGo(QueueTx tx, Collection<String> names) {
        int gone = 0;
        for (Map.Entry<String, Locked> group : lock(tx, names).entrySet()) {
            gone += letGo(tx, group.getValue());
        }
        return gone;
    }

    private static int letGo(QueueTx tx, Locked group) {
        if (group.resting()) {
            return 0;
        }
        List<QueueJobsRecord> held = tx.sql()
                .select(QUEUE_JOBS.ID, QUEUE_JOBS.GROUP_LIMIT)
                .from(QUEUE_JOBS)
                .where(QUEUE_JOBS.PLACE.eq(QueuePlace.ofGroup(group.id())))
                .orderBy(QUEUE_JOBS.PLACE, QUEUE_JOBS.SORT_AT)
                .limit(AT_ONCE)
                .fetchInto(QUEUE_JOBS);
        List<Long> next = new ArrayList<>();
        for (QueueJobsRecord job : held) {
            if (group.hasRoom(job, next.size())) {
                next.add(job.getId());
            }
        }
        return next.isEmpty()
                ? 0
                : tx.sql()
                        .update(QUEUE_JOBS)
                        .set(QUEUE_JOBS.PLACE, QueuePlace.READY)
                        .where(QueueTx.isOneOf(next))
                        .and(QUEUE_JOBS.PLACE.eq(QueuePlace.ofGroup(group.id())))
                        .execute();
    }

    /** All groups in whose place jobs wait. */
    static List<String> withWaiting(QueueTx tx) {
        List<QueueGroupsRecord> all = tx.sql().selectFrom(QUEUE_GROUPS).fetch();
        return all.stream()
                .filter(group ->
                        tx.sql().fetchExists(QUEUE_JOBS, QUEUE_JOBS.PLACE.eq(QueuePlace.ofGroup(group.getId()))))
                .map(QueueGroupsRecord::getName)
                .toList();
    }
}
