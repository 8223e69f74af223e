package io.tallyport.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often something comes; one of the two. */
final class ScheduleTimes {

    @Option(names = "--every", required = true, paramLabel = "TIME", description = "How often, such as 30s, 5m or 2h.")
    private @Nullable Duration every;

    @Option(
            names = "--cron",
            required = true,
            paramLabel = "TIMES",
            description = "When, as minute, hour, day of month, month and day of week, such as \"15 3 * * *\".")
    private @Nullable String cron;

    Optional<Duration> every() {
        return Optional.ofNullable(every);
    }

    Optional<String> cron() {
        return Optional.ofNullable(cron);
    }
}
