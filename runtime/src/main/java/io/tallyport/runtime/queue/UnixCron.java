package io.tallyport.runtime.queue;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.tallyport.core.job.CronSchedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/**
 * Cron expressions of five fields, by <a href="https://github.com/jmrozanec/cron-utils">cron-utils</a>.
 *
 * <p>The library is asked for times on the wall alone; what daylight saving makes of them is decided here. Thread-safe.
 */
public final class UnixCron implements CronSchedule {

    /** A day of the week on a certain day of the year comes within 40 years, leap days included, or never. */
    private static final int YEARS = 40;

    private final CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    @Override
    public Optional<Instant> next(String expression, ZoneId zone, Instant after) {
        ExecutionTime times = ExecutionTime.forCron(parse(expression));
        ZoneRules rules = zone.getRules();
        ZonedDateTime wall = after.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC);
        ZonedDateTime end = wall.plusYears(YEARS);
        Optional<ZonedDateTime> next = times.nextExecution(wall);
        while (next.isPresent() && next.get().isBefore(end)) {
            Optional<Instant> at = firstOf(rules, next.get().toLocalDateTime());
            if (at.isPresent() && at.get().isAfter(after)) {
                return at;
            }
            next = times.nextExecution(next.get());
        }
        return Optional.empty();
    }

    /** The first time that a clock on the wall shows this; empty when daylight saving skips it. */
    private static Optional<Instant> firstOf(ZoneRules rules, LocalDateTime wall) {
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? Optional.empty() : Optional.of(wall.toInstant(offsets.get(0)));
    }

    private Cron parse(String expression) {
        try {
            return parser.parse(expression).validate();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "\"" + expression
                            + "\" is no cron expression of minute, hour, day of month, month and day of week: "
                            + wrong.getMessage(),
                    wrong);
        }
    }
}
