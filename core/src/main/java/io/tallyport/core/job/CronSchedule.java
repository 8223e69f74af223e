package io.tallyport.core.job;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Reads cron expressions in the form of Unix: minute, hour, day of month, month, day of week. */
public interface CronSchedule {

    /**
     * The first time after {@code after} that the expression names; empty when it never comes. A time that daylight
     * saving skips is left out, one that it repeats comes once.
     *
     * @throws IllegalArgumentException when it is no expression, with what is wrong
     */
    Optional<Instant> next(String expression, ZoneId zone, Instant after);
}
