package io.tallyport.core.history;

import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One execution of a use case.
 *
 * @param kind such as {@code stock-apply}
 * @param plan the plan it applied
 * @param actor who started it
 * @param ended empty while it runs
 * @param counts rows by what became of them
 * @param message one line for a person
 */
public record Run(
        RunId id,
        String kind,
        RouteId route,
        Optional<String> plan,
        String actor,
        Instant started,
        Optional<Instant> ended,
        RunState state,
        Map<String, Long> counts,
        String message) {

    public Run {
        counts = Map.copyOf(counts);
    }

    public Run ended(Instant at, RunState how, Map<String, Long> finalCounts, String why) {
        return new Run(id, kind, route, plan, actor, started, Optional.of(at), how, finalCounts, why);
    }
}
