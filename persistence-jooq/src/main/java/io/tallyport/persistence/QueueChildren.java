package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_DEPENDENCIES;
import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.OnLostParent;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Jobs that wait for others. */
final class QueueChildren {

    private QueueChildren() {}

    private static Condition isOpenOf(Collection<Long> parents) {
        return Lookups.isOneOf(QUEUE_DEPENDENCIES.PARENT_ID, parents).and(QUEUE_DEPENDENCIES.MET.isFalse());
    }

    /** Jobs have been completed: their children wait for fewer. */
    static void completed(QueueTx tx, Collection<Long> parents) {
        met(tx, edges(tx, parents).keySet(), parents);
    }

    /** Jobs have been lost: their children do what each chose. */
    static void lost(QueueTx tx, Collection<Long> parents, JobState how) {
        Map<Long, Long> edges = edges(tx, parents);
        List<QueueJobsRecord> children = tx.lock(edges.keySet());
        met(tx, choosing(children, OnLostParent.RUN), parents);
        for (long child : choosing(children, OnLostParent.CANCEL)) {
            // Looked at anew, since one that was cancelled just now may have been another parent of this one.
            List<QueueJobsRecord> still = tx.lock(List.of(child)).stream()
                    .filter(job -> job.getPlace() == QueuePlace.BLOCKED)
                    .toList();
            String message = "job " + edges.get(child) + ", which it waited for, is " + how;
            QueueEnds.finish(tx, still, JobState.CANCELLED, QueueStep.by("", "parent", message));
        }
    }

    private static List<Long> choosing(List<QueueJobsRecord> children, OnLostParent choice) {
        return children.stream()
                .filter(child -> child.getOnLostParent().equals(choice.name()))
                .map(QueueJobsRecord::getId)
                .toList();
    }

    /** Children in the order of their ids, each with one of the parents. */
    private static Map<Long, Long> edges(QueueTx tx, Collection<Long> parents) {
        Map<Long, Long> edges = new TreeMap<>();
        tx.sql()
                .select(QUEUE_DEPENDENCIES.CHILD_ID, QUEUE_DEPENDENCIES.PARENT_ID)
                .from(QUEUE_DEPENDENCIES)
                .where(isOpenOf(parents))
                .forEach(edge -> edges.putIfAbsent(edge.value1(), edge.value2()));
        return edges;
    }

    private static void met(QueueTx tx, Collection<Long> children, Collection<Long> parents) {
        for (long child : children) {
            int fewer = tx.sql()
                    .update(QUEUE_DEPENDENCIES)
                    .set(QUEUE_DEPENDENCIES.MET, true)
                    .where(QUEUE_DEPENDENCIES.CHILD_ID.eq(child))
                    .and(isOpenOf(parents))
                    .execute();
            tx.sql()
                    .update(QUEUE_JOBS)
                    .set(QUEUE_JOBS.OPEN_PARENTS, QUEUE_JOBS.OPEN_PARENTS.minus(fewer))
                    .where(QUEUE_JOBS.ID.eq(child))
                    .execute();
        }
        free(tx, children);
    }

    /** Lets those go that wait for nobody any more. */
    static int free(QueueTx tx, Collection<Long> children) {
        List<Long> freed = new ArrayList<>();
        if (!children.isEmpty()) {
            freed = tx.sql()
                    .select(QUEUE_JOBS.ID)
                    .from(QUEUE_JOBS)
                    .where(QueueTx.isOneOf(children))
                    .and(QUEUE_JOBS.PLACE.eq(QueuePlace.BLOCKED))
                    .and(QUEUE_JOBS.OPEN_PARENTS.le(0))
                    .orderBy(QUEUE_JOBS.ID)
                    .forUpdate()
                    .fetch(QUEUE_JOBS.ID);
        }
        if (!freed.isEmpty()) {
            tx.step(freed, JobState.PENDING, QueueStep.by("", "parents", "all that it waited for is done"))
                    .set(QUEUE_JOBS.PLACE, QueuePlace.LATER)
                    .set(QUEUE_JOBS.SORT_AT, QUEUE_JOBS.AVAILABLE_AT)
                    .where(QueueTx.isOneOf(freed))
                    .execute();
            promote(tx, freed);
        }
        return freed.size();
    }

    /** Those of jobs whose time has come need not wait for the next promotion. */
    static void promote(QueueTx tx, Collection<Long> jobs) {
        tx.sql()
                .update(QUEUE_JOBS)
                .set(QUEUE_JOBS.PLACE, QueuePlace.READY)
                .set(QUEUE_JOBS.SORT_AT, QueueTx.rank())
                .where(QueueTx.isOneOf(jobs))
                .and(QUEUE_JOBS.PLACE.eq(QueuePlace.LATER))
                .and(QUEUE_JOBS.AVAILABLE_AT.le(tx.now()))
                .execute();
    }

    /**
     * What waits for one job waits for its successor from now on. That one takes the job's place, so of what it waited for
     * itself it leaves what waits for that job, however far around, since else they would wait for each other.
     */
    static void handOver(QueueTx tx, long from, long to) {
        Set<Long> leadingBack = QueueCircles.leadingBack(tx, to, from);
        if (!leadingBack.isEmpty()) {
            String message = "takes the place of job " + from + ", so it waits no more for job "
                    + leadingBack.stream().map(String::valueOf).collect(Collectors.joining(", "));
            tx.step(List.of(to), JobState.BLOCKED, QueueStep.by("", "merged", message))
                    .where(QUEUE_JOBS.ID.eq(to))
                    .execute();
            met(tx, List.of(to), leadingBack);
        }
        int moved = tx.sql()
                .update(QUEUE_DEPENDENCIES)
                .set(QUEUE_DEPENDENCIES.PARENT_ID, to)
                .where(QUEUE_DEPENDENCIES.PARENT_ID.eq(from))
                .and(QUEUE_DEPENDENCIES.MET.isFalse())
                .and(QUEUE_DEPENDENCIES.CHILD_ID.notIn(DSL.select(QUEUE_DEPENDENCIES.as("other").CHILD_ID)
                        .from(QUEUE_DEPENDENCIES.as("other"))
                        .where(QUEUE_DEPENDENCIES.as("other").PARENT_ID.eq(to))))
                .execute();
        // Who waits for both waits for one of them now.
        met(tx, edges(tx, List.of(from)).keySet(), List.of(from));
        if (moved > 0) {
            tx.sql()
                    .update(QUEUE_JOBS)
                    .set(QUEUE_JOBS.HAS_CHILDREN, true)
                    .where(QUEUE_JOBS.ID.eq(to))
                    .execute();
        }
    }
}
