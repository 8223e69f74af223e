package io.tallyport.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires schedules that are due. Of the keepers of several processes one fires each time. */
public final class ScheduleKeeper {

    /** Up to this late a time counts as kept: whoever was there looks each second. */
    static final Duration ON_TIME = Duration.ofMinutes(1);

    /** When a cron expression names no time any more. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleKeeper.class);

    private final Schedules schedules;
    private final CronSchedule cron;
    private final Set<String> complainedOf = new HashSet<>();

    public ScheduleKeeper(Schedules schedules, CronSchedule cron) {
        this.schedules = schedules;
        this.cron = cron;
    }

    /**
     * Adds a schedule or replaces the one with its name; it is due the next time that it names from now on.
     *
     * @throws IllegalArgumentException when its cron expression is none, with what is wrong
     */
    public Instant put(Schedule schedule) {
        Instant now = schedules.now();
        Instant next = nextAfter(schedule, now, now);
        schedules.put(schedule, next);
        return next;
    }

    /**
     * Enqueues the jobs of what is due and moves it on.
     *
     * @return how many jobs this call enqueued
     */
    public int fireDue() {
        List<Schedules.Kept> live = schedules.list().stream()
                .filter(kept -> !kept.schedule().paused())
                .toList();
        if (live.isEmpty()) {
            return 0;
        }
        Instant now = schedules.now();
        return (int) live.stream()
                .filter(kept -> !kept.next().isAfter(now))
                .filter(kept -> fire(kept, now))
                .count();
    }

    private boolean fire(Schedules.Kept due, Instant now) {
        Schedule schedule = due.schedule();
        try {
            Instant next = nextAfter(schedule, now, due.next());
            boolean runs = schedule.catchUp() == Schedule.CatchUp.ONCE || isOnTime(due, now);
            if (!runs) {
                LOG.info("schedule {} was due at {}, which is left out; next at {}", schedule.name(), due.next(), next);
            }
            return schedules.fire(due, next, runs) && runs;
        } catch (IllegalArgumentException unreadable) {
            // One bad schedule must not hold up the others, nor fill the log each second.
            if (complainedOf.add(schedule.name())) {
                LOG.warn("schedule {} cannot be read: {}; put it anew", schedule.name(), unreadable.getMessage());
            }
            return false;
        }
    }

    /** Whether the last time that it named is only just over. */
    private boolean isOnTime(Schedules.Kept due, Instant now) {
        if (due.next().plus(ON_TIME).isAfter(now)) {
            return true;
        }
        return !nextAfter(due.schedule(), now.minus(ON_TIME), due.next()).isAfter(now);
    }

    /** The first time after {@code after}; those of a fixed delay are counted from {@code start}. */
    private Instant nextAfter(Schedule schedule, Instant after, Instant start) {
        Optional<String> expression = schedule.cron();
        if (expression.isPresent()) {
            return cron.next(expression.get(), schedule.zone(), after).orElseGet(() -> after.plus(NEVER));
        }
        Duration every = schedule.every().orElseThrow();
        long times = Math.max(0, Duration.between(start, after).dividedBy(every));
        return start.plus(every.multipliedBy(times + 1));
    }
}
