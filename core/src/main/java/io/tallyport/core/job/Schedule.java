package io.tallyport.core.job;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A job that comes again and again. It carries the identity {@code schedule:NAME}, so while one waits no other is added.
 *
 * @param name unique
 * @param cron when, in the form of Unix cron, or empty for a fixed delay
 * @param every how often, or empty for cron
 * @param zone whose clock the cron goes by
 * @param catchUp what happens to times that passed while nobody was there
 * @param job what is enqueued; its own delay, parents and identity do not count
 * @param paused whether it rests
 */
public record Schedule(
        String name,
        Optional<String> cron,
        Optional<Duration> every,
        ZoneId zone,
        CatchUp catchUp,
        NewJob job,
        boolean paused) {

    /** What happens to times that passed while nobody was there. */
    public enum CatchUp {
        /** One job for all of them, at once. */
        ONCE,
        /** They are left out. */
        SKIP
    }

    public Schedule {
        if (cron.isPresent() == every.isPresent()) {
            throw new IllegalArgumentException("a schedule has either a cron expression or a fixed delay");
        }
        if (every.isPresent() && every.get().compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a fixed delay is a second at least, got " + every.get());
        }
    }

    /** The identity of its jobs. */
    public String identity() {
        return "schedule:" + name;
    }

    public Schedule withPaused(boolean rests) {
        return new Schedule(name, cron, every, zone, catchUp, job, rests);
    }
}
