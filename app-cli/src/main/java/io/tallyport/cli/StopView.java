package io.tallyport.cli;

import io.tallyport.core.connection.KillSwitch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kill switch as it is shown. */
record StopView(
        boolean stopped,
        @Nullable String at,
        @Nullable String actor,
        @Nullable String reason) {

    static StopView of(Optional<KillSwitch.Stop> stop) {
        return stop.map(one -> new StopView(true, one.at().toString(), one.actor(), one.reason()))
                .orElseGet(() -> new StopView(false, null, null, null));
    }

    String line() {
        return line("All remote writes");
    }

    String line(String what) {
        return stopped
                ? what + " are stopped since " + at + " by " + actor + ": " + reason
                : "Remote writes are let through.";
    }
}
