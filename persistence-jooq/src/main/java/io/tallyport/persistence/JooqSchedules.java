package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_SCHEDULES;

import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.OnLostParent;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.Schedules;
import io.tallyport.persistence.schema.tables.records.QueueSchedulesRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Schedules as rows. */
final class JooqSchedules implements Schedules {

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqSchedules(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void put(Schedule schedule, Instant next) {
        transactions.run("store schedule", sql -> {
            QueueSchedulesRecord row = row(schedule, next);
            int changed = sql.update(QUEUE_SCHEDULES)
                    .set(row)
                    .set(QUEUE_SCHEDULES.CHANGES, QUEUE_SCHEDULES.CHANGES.plus(1))
                    .where(QUEUE_SCHEDULES.NAME.eq(schedule.name()))
                    .execute();
            if (changed == 0) {
                row.setChanges(1L);
                Upserts.put(sql, row);
            }
        });
    }

    private static QueueSchedulesRecord row(Schedule schedule, Instant next) {
        NewJob job = schedule.job();
        QueueSchedulesRecord row = new QueueSchedulesRecord();
        row.setName(schedule.name());
        row.setCron(schedule.cron().orElse(null));
        row.setEveryMicros(schedule.every().map(QueueTime::micros).orElse(null));
        row.setZone(schedule.zone().getId());
        row.setCatchUp(schedule.catchUp().name());
        row.setPaused(schedule.paused());
        row.setNextAt(QueueTime.micros(next));
        row.setType(job.type());
        row.setVersion(job.version());
        row.setPayload(job.payload());
        row.setPriority(QueueRows.number(job.priority()));
        row.setGroupName(job.group().map(JobGroup::name).orElse(null));
        row.setGroupLimit(job.group().map(JobGroup::limit).orElse(0));
        row.setTags(QueueRows.tags(job.tags()));
        row.setMaxAttempts(job.maxAttempts());
        return row;
    }

    private static Kept kept(QueueSchedulesRecord row) {
        NewJob job = new NewJob(
                row.getType(),
                row.getVersion(),
                row.getPayload(),
                QueueRows.priority(row.getPriority()),
                Duration.ZERO,
                Optional.empty(),
                QueueRows.group(row.getGroupName(), row.getGroupLimit()),
                QueueRows.tags(row.getTags()),
                List.of(),
                OnLostParent.CANCEL,
                row.getMaxAttempts());
        Schedule schedule = new Schedule(
                row.getName(),
                Optional.ofNullable(row.getCron()),
                Optional.ofNullable(row.getEveryMicros()).map(QueueTime::duration),
                ZoneId.of(row.getZone()),
                Schedule.CatchUp.valueOf(row.getCatchUp()),
                job,
                row.getPaused());
        return new Kept(schedule, QueueTime.instant(row.getNextAt()), QueueTime.maybe(row.getLastAt()));
    }

    @Override
    public boolean remove(String name) {
        return transactions.call(
                "remove schedule",
                sql -> sql.deleteFrom(QUEUE_SCHEDULES)
                                .where(QUEUE_SCHEDULES.NAME.eq(name))
                                .execute()
                        == 1);
    }

    @Override
    public List<Kept> list() {
        return transactions.call(
                "list schedules",
                sql -> sql.selectFrom(QUEUE_SCHEDULES)
                        .orderBy(QUEUE_SCHEDULES.NAME)
                        .fetch(JooqSchedules::kept));
    }

    @Override
    public boolean fire(Kept due, Instant next, boolean runs) {
        return transactions.call("fire schedule", sql -> {
            QueueTx tx = QueueTx.of(sql, clock);
            Schedule schedule = due.schedule();
            boolean asListed = sql.selectFrom(QUEUE_SCHEDULES)
                    .where(QUEUE_SCHEDULES.NAME.eq(schedule.name()))
                    .forUpdate()
                    .fetchOptional(JooqSchedules::kept)
                    .filter(due::equals)
                    .isPresent();
            // On a cluster, of two that have each locked the row at home one fails at its commit.
            boolean moved = asListed && !schedule.paused() && move(sql, due, next, runs);
            if (moved && runs) {
                NewJob job = schedule.job().withIdentity(schedule.identity(), Identity.OnWaiting.IGNORE);
                QueueEnqueue.all(tx, List.of(job));
            }
            return moved;
        });
    }

    private static boolean move(DSLContext sql, Kept due, Instant next, boolean runs) {
        return sql.update(QUEUE_SCHEDULES)
                        .set(QUEUE_SCHEDULES.NEXT_AT, QueueTime.micros(next))
                        .set(QUEUE_SCHEDULES.CHANGES, QUEUE_SCHEDULES.CHANGES.plus(1))
                        .set(QUEUE_SCHEDULES.LAST_AT, last(due, runs))
                        .where(QUEUE_SCHEDULES.NAME.eq(due.schedule().name()))
                        .execute()
                == 1;
    }

    private static @Nullable Long last(Kept due, boolean runs) {
        return runs
                ? Long.valueOf(QueueTime.micros(due.next()))
                : due.last().map(QueueTime::micros).orElse(null);
    }

    @Override
    public Instant now() {
        return transactions.call("read the clock", clock::now);
    }
}
