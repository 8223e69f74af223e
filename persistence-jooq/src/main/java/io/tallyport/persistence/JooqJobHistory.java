package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_HISTORY;
import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;
import static io.tallyport.persistence.schema.Tables.QUEUE_WORKERS;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.job.Transition;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.persistence.schema.tables.records.QueueHistoryRecord;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Jobs and their steps, from their tables. */
final class JooqJobHistory implements JobHistory {

    private static final String SEPARATOR = ":";

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqJobHistory(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Job> find(JobId id) {
        return transactions.call(
                "find job",
                sql -> sql.selectFrom(QUEUE_JOBS)
                        .where(QUEUE_JOBS.ID.eq(id.value()))
                        .fetchOptional(QueueRows::job));
    }

    @Override
    public Page<Job> list(JobFilter filter, Optional<Cursor> after, int limit) {
        return transactions.call("list jobs", sql -> {
            List<QueueJobsRecord> rows = sql.selectFrom(QUEUE_JOBS)
                    .where(fits(filter))
                    .and(after.map(JooqJobHistory::behind).orElse(DSL.noCondition()))
                    .orderBy(QUEUE_JOBS.PLACE, QUEUE_JOBS.SORT_AT, QUEUE_JOBS.ID)
                    .limit(limit + 1)
                    .fetch();
            List<Job> jobs = rows.stream().limit(limit).map(QueueRows::job).toList();
            return rows.size() <= limit ? Page.last(jobs) : Page.withNext(jobs, cursor(rows.get(limit - 1)));
        });
    }

    private static Condition fits(JobFilter filter) {
        Condition fits = DSL.noCondition();
        if (!filter.states().isEmpty()) {
            fits = fits.and(
                    filter.states().stream().map(JooqJobHistory::isIn).reduce(DSL.falseCondition(), Condition::or));
        }
        fits = fits.and(filter.type().map(QUEUE_JOBS.TYPE::eq).orElse(DSL.noCondition()));
        fits = fits.and(filter.group().map(QUEUE_JOBS.GROUP_NAME::eq).orElse(DSL.noCondition()));
        fits = fits.and(filter.reason().map(QUEUE_JOBS.REASON::eq).orElse(DSL.noCondition()));
        fits = fits.and(filter.tag()
                .map(tag -> QUEUE_JOBS.TAGS.contains(QueueRows.tagged(tag)))
                .orElse(DSL.noCondition()));
        return filter.unacknowledged() ? fits.and(QUEUE_JOBS.ACKNOWLEDGED.isFalse()) : fits;
    }

    /** By its places too, which have an index. */
    private static Condition isIn(JobState state) {
        return switch (state) {
            case PENDING, FAILED -> QUEUE_JOBS.STATE.eq(state.name()).and(QueuePlace.isWaiting());
            case PROCESSING -> QUEUE_JOBS.PLACE.eq(QueuePlace.RUNNING);
            case BLOCKED -> QUEUE_JOBS.PLACE.eq(QueuePlace.BLOCKED);
            case COMPLETED, DEAD, CANCELLED -> QUEUE_JOBS.PLACE.eq(QueuePlace.of(state));
        };
    }

    private static Cursor cursor(QueueJobsRecord last) {
        return new Cursor(last.getPlace() + SEPARATOR + last.getSortAt() + SEPARATOR + last.getId());
    }

    private static Condition behind(Cursor cursor) {
        String[] parts = cursor.value().split(SEPARATOR);
        return DSL.row(QUEUE_JOBS.PLACE, QUEUE_JOBS.SORT_AT, QUEUE_JOBS.ID)
                .gt(Integer.valueOf(parts[0]), Long.valueOf(parts[1]), Long.valueOf(parts[2]));
    }

    @Override
    public List<Transition> transitions(JobId id) {
        return transactions.call("find history", sql -> transitions(sql, id));
    }

    private static List<Transition> transitions(DSLContext sql, JobId id) {
        List<Transition> transitions = new ArrayList<>();
        QueueJobsRecord job =
                sql.fetchOptional(QUEUE_JOBS, QUEUE_JOBS.ID.eq(id.value())).orElse(null);
        if (job == null) {
            return transitions;
        }
        JobState first = job.getParents() > 0 && isFirstBlocked(sql, job) ? JobState.BLOCKED : JobState.PENDING;
        transitions.add(new Transition(QueueTime.instant(job.getEnqueuedAt()), first, "enqueue", 0, "", ""));
        Map<Long, String> names = sql.select(QUEUE_WORKERS.ID, QUEUE_WORKERS.NAME)
                .from(QUEUE_WORKERS)
                .fetchMap(QUEUE_WORKERS.ID, QUEUE_WORKERS.NAME);
        List<QueueHistoryRecord> steps = sql.selectFrom(QUEUE_HISTORY)
                .where(QUEUE_HISTORY.JOB_ID.eq(id.value()))
                .orderBy(QUEUE_HISTORY.STEP)
                .fetch();
        for (QueueHistoryRecord step : steps) {
            String actor = step.getWorkerId() == null ? step.getActor() : worker(names, step.getWorkerId());
            begun(step.getStartedAt(), actor, step.getAttempt()).ifPresent(transitions::add);
            transitions.add(new Transition(
                    QueueTime.instant(step.getAt()),
                    JobState.valueOf(step.getState()),
                    actor,
                    step.getAttempt(),
                    step.getReason(),
                    step.getMessage()));
        }
        if (job.getPlace() == QueuePlace.RUNNING) {
            begun(job.getStartedAt(), worker(names, job.getWorkerId()), job.getAttempts())
                    .ifPresent(transitions::add);
        }
        return transitions;
    }

    private static boolean isFirstBlocked(DSLContext sql, QueueJobsRecord job) {
        return job.getPlace() == QueuePlace.BLOCKED
                || sql.fetchExists(
                        QUEUE_HISTORY,
                        QUEUE_HISTORY.JOB_ID.eq(job.getId()).and(QUEUE_HISTORY.REASON.in("parents", "parent")));
    }

    private static String worker(Map<Long, String> names, @Nullable Long id) {
        return names.getOrDefault(id, "worker " + id);
    }

    private static Optional<Transition> begun(@Nullable Long at, String worker, int attempt) {
        return QueueTime.maybe(at).map(time -> new Transition(time, JobState.PROCESSING, worker, attempt, "", ""));
    }

    @Override
    public QueueStatistics statistics() {
        return transactions.call("count jobs", sql -> new QueueCounts(QueueTx.of(sql, clock)).statistics());
    }
}
