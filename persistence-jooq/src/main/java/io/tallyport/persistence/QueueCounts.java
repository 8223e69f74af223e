package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;
import static io.tallyport.persistence.schema.Tables.QUEUE_WORKERS;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.QueueStatistics;
import io.tallyport.core.job.WorkerId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record3;
import org.jooq.impl.DSL;

/** Counts the queue from its index. */
final class QueueCounts {

    private static final int RECENT = 1000;
    private static final double P95 = 0.95;

    private final QueueTx tx;
    private final Map<JobState, Long> states = new EnumMap<>(JobState.class);
    private final Map<Priority, Long> priorities = new EnumMap<>(Priority.class);

    QueueCounts(QueueTx tx) {
        this.tx = tx;
    }

    QueueStatistics statistics() {
        tx.sql()
                .select(QUEUE_JOBS.STATE, QUEUE_JOBS.PRIORITY, DSL.count())
                .from(QUEUE_JOBS)
                .groupBy(QUEUE_JOBS.STATE, QUEUE_JOBS.PRIORITY)
                .forEach(this::add);
        Map<WorkerId, Long> held = new HashMap<>();
        JooqWorkers.held(tx.sql()).forEach((worker, count) -> held.put(new WorkerId(worker), count));
        return new QueueStatistics(
                states, priorities, held, deadUnacknowledged(), oldestDue(), recent(), activeWorkers());
    }

    private void add(Record3<String, Integer, Integer> row) {
        JobState state = JobState.valueOf(row.value1());
        states.merge(state, row.value3().longValue(), Long::sum);
        if (state == JobState.PENDING || state == JobState.FAILED) {
            priorities.merge(QueueRows.priority(row.value2()), row.value3().longValue(), Long::sum);
        }
    }

    private long deadUnacknowledged() {
        return tx.sql()
                .fetchCount(QUEUE_JOBS, QUEUE_JOBS.PLACE.eq(QueuePlace.DEAD).and(QUEUE_JOBS.ACKNOWLEDGED.isFalse()));
    }

    private Optional<Duration> oldestDue() {
        return tx.sql()
                .select(tx.now().minus(QUEUE_JOBS.AVAILABLE_AT))
                .from(QUEUE_JOBS)
                .where(QUEUE_JOBS.PLACE.eq(QueuePlace.READY))
                .orderBy(QueueTx.inOrder())
                .limit(1)
                .fetchOptional(row -> QueueTime.duration(Math.max(0, row.value1())));
    }

    private Optional<QueueStatistics.Times> recent() {
        List<Long> took = tx
                .sql()
                .select(QUEUE_JOBS.ENDED_AT.minus(QUEUE_JOBS.STARTED_AT))
                .from(QUEUE_JOBS)
                .where(QUEUE_JOBS.PLACE.eq(QueuePlace.COMPLETED))
                .orderBy(QUEUE_JOBS.PLACE.desc(), QUEUE_JOBS.SORT_AT.desc())
                .limit(RECENT)
                .fetch(row -> row.value1())
                .stream()
                .sorted()
                .toList();
        if (took.isEmpty()) {
            return Optional.empty();
        }
        long sum = took.stream().mapToLong(Long::longValue).sum();
        int rank = (int) Math.ceil(P95 * took.size()) - 1;
        return Optional.of(new QueueStatistics.Times(
                took.size(), QueueTime.duration(sum / took.size()), QueueTime.duration(took.get(rank))));
    }

    private int activeWorkers() {
        return tx.sql().fetchCount(QUEUE_WORKERS, QueueClaim.isAlive(tx));
    }
}
