package io.tallyport.runtime.view;

import io.tallyport.core.history.Run;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run as it is shown; times are ISO 8601 in UTC. */
public record RunView(
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

    /**
     * Shows it.
     *
     * @param state its state, in the app's own spelling
     */
    public static RunView of(Run run, String state) {
        return new RunView(
                run.id().value(),
                run.kind(),
                run.route().value(),
                run.plan().orElse(null),
                run.actor(),
                run.started().toString(),
                run.ended().map(Instant::toString).orElse(null),
                state,
                new TreeMap<>(run.counts()),
                run.message());
    }
}
