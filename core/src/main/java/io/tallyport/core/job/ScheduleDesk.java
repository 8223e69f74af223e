package io.tallyport.core.job;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What a person does with schedules; each change is in the audit trail. */
public final class ScheduleDesk {

    private static final String OPERATION = "change schedule";

    private final Schedules schedules;
    private final CronSchedule cron;
    private final JobQueue queue;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;

    public ScheduleDesk(
            Schedules schedules, CronSchedule cron, JobQueue queue, AuditTrail audit, UnitOfWork unitOfWork) {
        this.schedules = schedules;
        this.cron = cron;
        this.queue = queue;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
    }

    /**
     * Adds a schedule, or replaces the one of its name. With a fixed delay it is due one delay from now.
     *
     * @return when it is due first
     * @throws io.tallyport.core.kernel.PortException.Rejected when its cron expression cannot be read, or never comes
     */
    public Instant put(Schedule schedule, String actor) {
        return unitOfWork.inOne(() -> {
            Instant next = next(schedule, schedules.now());
            schedules.put(schedule, next);
            record(actor, "schedule set", schedule.name(), describe(schedule));
            return next;
        });
    }

    /** Removes a schedule; jobs of it that wait already stay. Whether there was one. */
    public boolean remove(String name, String actor) {
        return unitOfWork.inOne(() -> {
            boolean there = schedules.remove(name);
            if (there) {
                record(actor, "schedule removed", name, "");
            }
            return there;
        });
    }

    /** Lets it rest. */
    public void pause(String name, String actor) {
        unitOfWork.inOne(() -> {
            Schedules.Kept kept = require(name);
            schedules.put(kept.schedule().withPaused(true), kept.next());
            record(actor, "schedule paused", name, "");
        });
    }

    /**
     * Lets it go on; times that passed while it rested are left out.
     *
     * @return when it is due next
     */
    public Instant resume(String name, String actor) {
        return unitOfWork.inOne(() -> {
            Schedule schedule = require(name).schedule().withPaused(false);
            Instant next = next(schedule, schedules.now());
            schedules.put(schedule, next);
            record(actor, "schedule resumed", name, "");
            return next;
        });
    }

    /** Enqueues its job now, beside its times; nothing is added while one of it waits. */
    public Enqueued run(String name, String actor) {
        return unitOfWork.inOne(() -> {
            Schedule schedule = require(name).schedule();
            record(actor, "schedule run", name, "");
            return queue.enqueue(job(schedule));
        });
    }

    /** The schedule of that name. */
    public Optional<Schedules.Kept> find(String name) {
        return schedules.list().stream()
                .filter(kept -> kept.schedule().name().equals(name))
                .findFirst();
    }

    /** All of them. */
    public List<Schedules.Kept> list() {
        return schedules.list();
    }

    /** When a schedule is due first after a time. */
    private Instant next(Schedule schedule, Instant after) {
        Optional<Duration> every = schedule.every();
        if (every.isPresent()) {
            return after.plus(every.get());
        }
        return next(schedule.cron().orElseThrow(), schedule.zone(), after);
    }

    private Instant next(String expression, ZoneId zone, Instant after) {
        try {
            return cron.next(expression, zone, after)
                    .orElseThrow(() -> new IllegalArgumentException("\"" + expression + "\" never comes"));
        } catch (IllegalArgumentException wrong) {
            throw JobErrors.rejected(OPERATION, JobErrors.BAD_TIMES, String.valueOf(wrong.getMessage()));
        }
    }

    private static NewJob job(Schedule schedule) {
        return schedule.job()
                .after(Duration.ZERO)
                .waitingFor(List.of(), OnLostParent.CANCEL)
                .withIdentity(schedule.identity(), Identity.OnWaiting.IGNORE);
    }

    private Schedules.Kept require(String name) {
        return find(name)
                .orElseThrow(() ->
                        JobErrors.rejected(OPERATION, JobErrors.UNKNOWN_SCHEDULE, "there is no \"" + name + "\""));
    }

    private void record(String actor, String action, String subject, String details) {
        Instant now = schedules.now().truncatedTo(ChronoUnit.MICROS);
        audit.record(new AuditEntry(now, actor, action, subject, details));
    }

    private static String describe(Schedule schedule) {
        String when = schedule.every()
                .map(every -> "every " + every)
                .orElseGet(() -> "cron " + schedule.cron().orElseThrow() + " " + schedule.zone());
        return when + ", " + schedule.job().type() + " " + schedule.job().payload();
    }
}
