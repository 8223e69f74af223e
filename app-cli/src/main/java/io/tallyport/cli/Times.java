package io.tallyport.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Points and lengths of time as they are shown. */
final class Times {

    private static final long SECONDS = 1000;

    private Times() {}

    static String shown(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static @Nullable String shown(Optional<Instant> at) {
        return at.map(Times::shown).orElse(null);
    }

    /** As milliseconds below ten seconds, else as seconds, minutes or hours. */
    static String shown(Duration length) {
        if (length.toMillis() < 10 * SECONDS) {
            return length.toMillis() + " ms";
        }
        return length.toMinutes() < 2
                ? length.toSeconds() + " s"
                : length.toHours() < 2 ? length.toMinutes() + " min" : length.toHours() + " h";
    }
}
