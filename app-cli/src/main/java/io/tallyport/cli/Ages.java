package io.tallyport.cli;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, for people. */
final class Ages {

    private Ages() {}

    static String since(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
    }
}
