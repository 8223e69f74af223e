package io.tallyport.cli;

import io.tallyport.core.history.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run as it is shown. */
record RunView(
        String id,
        String kind,
        String route,
        @Nullable String plan,
        String actor,
        String started,
        @Nullable String ended,
        String state,
        Map<String, Long> counts,
        String message) {

    static RunView of(Run run) {
        return new RunView(
                run.id().value(),
                run.kind(),
                run.route().value(),
                run.plan().orElse(null),
                run.actor(),
                run.started().toString(),
                run.ended().map(Instant::toString).orElse(null),
                run.state().name(),
                new TreeMap<>(run.counts()),
                run.message());
    }

    String took() {
        return ended == null
                ? "-"
                : Duration.between(Instant.parse(started), Instant.parse(ended)).toSeconds() + "s";
    }
}
