package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;
import static io.tallyport.persistence.schema.Tables.QUEUE_WORKERS;

import io.tallyport.core.job.WorkerId;
import io.tallyport.core.job.WorkerInfo;
import io.tallyport.core.job.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Workers as rows. */
final class JooqWorkers implements Workers {

    private static final long DAY = QueueTime.micros(Duration.ofDays(1));

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqWorkers(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public WorkerId join(WorkerInfo info, Duration lease) {
        return transactions.call("add worker", sql -> {
            Field<Long> now = clock.micros(sql);
            return new WorkerId(Objects.requireNonNull(sql.insertInto(QUEUE_WORKERS)
                    .set(QUEUE_WORKERS.NAME, info.name())
                    .set(QUEUE_WORKERS.HOST, info.host())
                    .set(QUEUE_WORKERS.VERSION, info.version())
                    .set(QUEUE_WORKERS.STARTED_AT, now)
                    .set(QUEUE_WORKERS.LAST_SEEN, now)
                    .set(QUEUE_WORKERS.LEASE_UNTIL, now.plus(QueueTime.micros(lease)))
                    .set(QUEUE_WORKERS.GONE, false)
                    .set(QUEUE_WORKERS.RUNNING, 0)
                    .set(QUEUE_WORKERS.MEMORY_BYTES, 0L)
                    .returningResult(QUEUE_WORKERS.ID)
                    .fetchSingle(QUEUE_WORKERS.ID)));
        });
    }

    @Override
    public void leave(WorkerId id) {
        transactions.run(
                "remove worker",
                sql -> sql.update(QUEUE_WORKERS)
                        .set(QUEUE_WORKERS.GONE, true)
                        .set(QUEUE_WORKERS.RUNNING, 0)
                        .set(QUEUE_WORKERS.LAST_SEEN, clock.micros(sql))
                        .where(QUEUE_WORKERS.ID.eq(id.value()))
                        .execute());
    }

    @Override
    public List<Seen> list() {
        return transactions.call("list workers", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            Map<Long, Long> held = held(sql);
            Field<Boolean> alive = DSL.field(QueueClaim.isAlive(tx));
            return sql.select(QUEUE_WORKERS.fields())
                    .select(alive)
                    .from(QUEUE_WORKERS)
                    .where(QueueClaim.isAlive(tx)
                            .or(QUEUE_WORKERS.LAST_SEEN.gt(tx.now().minus(DAY))))
                    .orderBy(QUEUE_WORKERS.STARTED_AT.desc(), QUEUE_WORKERS.ID.desc())
                    .fetch(row -> new Seen(
                            new WorkerId(row.get(QUEUE_WORKERS.ID)),
                            new WorkerInfo(
                                    row.get(QUEUE_WORKERS.NAME),
                                    row.get(QUEUE_WORKERS.HOST),
                                    row.get(QUEUE_WORKERS.VERSION)),
                            QueueTime.instant(row.get(QUEUE_WORKERS.STARTED_AT)),
                            QueueTime.instant(row.get(QUEUE_WORKERS.LAST_SEEN)),
                            row.get(alive),
                            held.getOrDefault(row.get(QUEUE_WORKERS.ID), 0L),
                            row.get(QUEUE_WORKERS.RUNNING),
                            row.get(QUEUE_WORKERS.MEMORY_BYTES)));
        });
    }

    static Map<Long, Long> held(DSLContext sql) {
        Field<Long> count = DSL.count().cast(Long.class);
        return sql.select(QUEUE_JOBS.WORKER_ID, count)
                .from(QUEUE_JOBS)
                .where(QUEUE_JOBS.PLACE.eq(QueuePlace.RUNNING))
                .groupBy(QUEUE_JOBS.WORKER_ID)
                .fetchMap(QUEUE_JOBS.WORKER_ID, count);
    }

    @Override
    public int forget(Duration age) {
        return transactions.call("forget workers", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            return sql.deleteFrom(QUEUE_WORKERS)
                    .where(QUEUE_WORKERS.LAST_SEEN.lt(tx.now().minus(QueueTime.micros(age))))
                    .and(QUEUE_WORKERS.GONE.isTrue().or(QUEUE_WORKERS.LEASE_UNTIL.le(tx.now())))
                    .execute();
        });
    }
}
