package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_DEPENDENCIES;
import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.Enqueued;
import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.OnLostParent;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.persistence.schema.tables.records.QueueIdentitiesRecord;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Adds jobs: those without identity and parents in few statements, the others one by one in the order of their identities. */
final class QueueEnqueue {

    private static final FailureContext ENQUEUE = FailureContext.of("enqueue");

    private final QueueTx tx;
    private final List<NewJob> jobs;
    private final @Nullable Enqueued[] results;

    private QueueEnqueue(QueueTx tx, List<NewJob> jobs) {
        this.tx = tx;
        this.jobs = jobs;
        this.results = new Enqueued[jobs.size()];
    }

    static List<Enqueued> all(QueueTx tx, List<NewJob> jobs) {
        return new QueueEnqueue(tx, jobs).all();
    }

    private List<Enqueued> all() {
        List<Integer> plain = new ArrayList<>();
        List<Integer> special = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            boolean isPlain =
                    jobs.get(i).identity().isEmpty() && jobs.get(i).parents().isEmpty();
            (isPlain ? plain : special).add(i);
        }
        addPlain(plain);
        special.stream().sorted(Comparator.comparing(this::key)).forEach(i -> results[i] = addSpecial(jobs.get(i)));
        return Arrays.stream(results)
                .map(Optional::ofNullable)
                .map(Optional::orElseThrow)
                .toList();
    }

    private String key(int index) {
        return jobs.get(index).identity().map(Identity::key).orElse("");
    }

    private void addPlain(List<Integer> indexes) {
        List<Long> ids = QueueInsert.all(tx, indexes.stream().map(jobs::get).toList());
        IntStream.range(0, ids.size()).forEach(i -> results[indexes.get(i)] = added(ids.get(i)));
    }

    private static Enqueued added(long id) {
        return new Enqueued(new JobId(id), Enqueued.How.ADDED);
    }

    private Enqueued addSpecial(NewJob job) {
        Optional<QueueIdentitiesRecord> identity = job.identity().map(one -> QueueIdentities.lock(tx.sql(), one.key()));
        Optional<Long> waiting = identity.flatMap(QueueIdentities::waiting);
        if (waiting.isPresent()) {
            return alreadyWaiting(job, waiting.get());
        }
        Parents parents = parents(job);
        long id = insert(job, parents);
        identity.ifPresent(row -> QueueIdentities.setWaiting(tx.sql(), row.getIdentityKey(), id));
        parents.edges()
                .forEach((parent, met) -> tx.sql()
                        .insertInto(QUEUE_DEPENDENCIES)
                        .set(QUEUE_DEPENDENCIES.CHILD_ID, id)
                        .set(QUEUE_DEPENDENCIES.PARENT_ID, parent)
                        .set(QUEUE_DEPENDENCIES.MET, met)
                        .execute());
        parents.lostOne().ifPresent(lost -> {
            String message = "job " + lost.getId() + ", which it waits for, is " + lost.getState();
            QueueStep step = QueueStep.by("", "parent", message);
            QueueEnds.finish(tx, tx.lock(List.of(id)), JobState.CANCELLED, step);
        });
        return added(id);
    }

    private Enqueued alreadyWaiting(NewJob job, long waiting) {
        Identity identity = job.identity().orElseThrow();
        return switch (identity.onWaiting()) {
            case IGNORE -> new Enqueued(new JobId(waiting), Enqueued.How.ALREADY_WAITING);
            case REPLACE -> {
                tx.sql()
                        .update(QUEUE_JOBS)
                        .set(QUEUE_JOBS.PAYLOAD, job.payload())
                        .set(QUEUE_JOBS.VERSION, job.version())
                        .where(QUEUE_JOBS.ID.eq(waiting))
                        .execute();
                yield new Enqueued(new JobId(waiting), Enqueued.How.REPLACED);
            }
            case FAIL ->
                throw new PortException.Conflict(
                        ENQUEUE, "job " + waiting + " with the identity " + identity.key() + " waits already");
        };
    }

    /** The parents of a job, locked. */
    private record Parents(List<QueueJobsRecord> rows, OnLostParent onLost) {

        private static final Parents NONE = new Parents(List.of(), OnLostParent.CANCEL);

        private boolean isMet(QueueJobsRecord parent) {
            return parent.getPlace() == QueuePlace.COMPLETED || (isLost(parent) && onLost == OnLostParent.RUN);
        }

        private static boolean isLost(QueueJobsRecord parent) {
            return parent.getPlace() == QueuePlace.DEAD || parent.getPlace() == QueuePlace.CANCELLED;
        }

        private Map<Long, Boolean> edges() {
            Map<Long, Boolean> edges = new TreeMap<>();
            rows.forEach(row -> edges.put(row.getId(), isMet(row)));
            return edges;
        }

        private int open() {
            return (int) rows.stream().filter(row -> !isMet(row)).count();
        }

        private Optional<QueueJobsRecord> lostOne() {
            return onLost == OnLostParent.CANCEL
                    ? rows.stream().filter(Parents::isLost).findFirst()
                    : Optional.empty();
        }
    }

    /** Changes the parents, so that who ends one meanwhile sees the child, on a cluster too. */
    private Parents parents(NewJob job) {
        if (job.parents().isEmpty()) {
            return Parents.NONE;
        }
        List<Long> ids = job.parents().stream().map(JobId::value).sorted().toList();
        List<QueueJobsRecord> rows = tx.lock(ids);
        if (rows.size() < ids.size()) {
            List<Long> known = QueueEnds.ids(rows);
            throw new PortException.Rejected(
                    ENQUEUE,
                    "there is no job "
                            + ids.stream().filter(id -> !known.contains(id)).toList() + " to wait for");
        }
        tx.sql()
                .update(QUEUE_JOBS)
                .set(QUEUE_JOBS.HAS_CHILDREN, true)
                .where(QueueTx.isOneOf(ids))
                .execute();
        return new Parents(rows, job.onLostParent());
    }

    private long insert(NewJob job, Parents parents) {
        long headStart = QueueTime.micros(job.priority().headStart());
        boolean blocked = parents.open() > 0;
        boolean now = job.delay().isZero();
        Field<Long> available = now ? tx.now() : tx.now().plus(QueueTime.micros(job.delay()));
        return Objects.requireNonNull(tx.sql()
                .insertInto(QUEUE_JOBS)
                .set(QUEUE_JOBS.PLACE, blocked ? QueuePlace.BLOCKED : now ? QueuePlace.READY : QueuePlace.LATER)
                .set(QUEUE_JOBS.SORT_AT, blocked || !now ? available : tx.now().minus(headStart))
                .set(QUEUE_JOBS.TYPE, job.type())
                .set(QUEUE_JOBS.PRIORITY, QueueRows.number(job.priority()))
                .set(QUEUE_JOBS.STATE, (blocked ? JobState.BLOCKED : JobState.PENDING).name())
                .set(QUEUE_JOBS.VERSION, job.version())
                .set(QUEUE_JOBS.HEAD_START, headStart)
                .set(QUEUE_JOBS.ENQUEUED_AT, tx.now())
                .set(QUEUE_JOBS.AVAILABLE_AT, available)
                .set(QUEUE_JOBS.IDENTITY_KEY, job.identity().map(Identity::key).orElse(null))
                .set(QUEUE_JOBS.GROUP_NAME, job.group().map(JobGroup::name).orElse(null))
                .set(QUEUE_JOBS.GROUP_LIMIT, job.group().map(JobGroup::limit).orElse(0))
                .set(QUEUE_JOBS.TAGS, QueueRows.tags(job.tags()))
                .set(QUEUE_JOBS.PARENTS, parents.rows().size())
                .set(QUEUE_JOBS.OPEN_PARENTS, parents.open())
                .set(QUEUE_JOBS.ON_LOST_PARENT, job.onLostParent().name())
                .set(QUEUE_JOBS.MAX_ATTEMPTS, job.maxAttempts())
                .set(QUEUE_JOBS.PAYLOAD, job.payload())
                .returningResult(QUEUE_JOBS.ID)
                .fetchSingle(QUEUE_JOBS.ID));
    }
}
